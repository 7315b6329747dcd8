package org.filorosso.simulator.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.simulator.log.Privacy;
import org.jspecify.annotations.Nullable;

/** Parts of an explanation in words. */
final class Wording {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final double MANY = 100;

    private Wording() {}

    /** {@code E-3 For loyal customers (stage is onboarding, wanted loyal)}. */
    static String why(Candidate row, Privacy privacy) {
        Why why = row.why();
        if (why == null) {
            return row.because().stream()
                    .map(reason -> (reason.rule() + " " + reason.reason()).strip())
                    .collect(Collectors.joining(", "));
        }
        // where no row did it, the reason says it all
        boolean byRow = !why.source().isEmpty() || why.reason().isEmpty();
        String text = (byRow ? why.rule() + " " + why.reason() : why.reason()).strip();
        FailedTest test = why.test();
        Limit limit = why.limit();
        if (test != null) {
            return text + " (" + test(test, privacy) + ")";
        }
        return limit == null ? text : text + " (" + count(limit) + ")";
    }

    /** {@code monthly spend is 24.5, wanted >= 30}. */
    static String test(FailedTest test, Privacy privacy) {
        String missing = test.missing();
        if (test.unknown()) {
            return (missing == null ? test.column() : missing) + " is not known";
        }
        return test.column() + " is " + actual(test, privacy) + ", wanted " + test.expected();
    }

    static String actual(FailedTest test, Privacy privacy) {
        Object actual = test.actual();
        if (actual == null) {
            return "missing";
        }
        return privacy.hides(test.column()) ? Privacy.HIDDEN : value(actual);
    }

    private static String value(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    static String count(Limit limit) {
        return limit.count() + " of " + limit.limit() + " in " + limit.window();
    }

    static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return String.format(Locale.ROOT, Math.abs(number) >= MANY ? "%.1f" : "%.3f", number);
    }

    static String time(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }
}
