package org.filorosso.engine.feel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Reads the two kinds of duration: FEEL keeps months apart from days, and the library mixes them silently. */
final class Temporals {
    private Temporals() {}

    /** A {@link Duration} or a {@link Period} of months; null when the text is neither, or mixes months and days. */
    static @Nullable Object duration(String text) {
        try {
            return text.contains("Y") || text.indexOf('M') >= 0 && text.indexOf('T') < 0 || text.contains("W")
                    ? months(Period.parse(text))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            return null; // FEEL: what does not parse is null, which a constant is refused for
        }
    }

    private static @Nullable Object months(Period period) {
        if (period.toTotalMonths() == 0) {
            return Duration.ofDays(period.getDays());
        }
        return period.getDays() == 0 ? period.normalized() : null;
    }
}
