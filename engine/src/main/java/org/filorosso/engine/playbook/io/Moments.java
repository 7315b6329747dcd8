package org.filorosso.engine.playbook.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates, and dates with time. */
final class Moments {
    private static final String TIME = "(?:[T ](\\d{1,2}:\\d{2}(?::\\d{2})?))?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);
    private static final Pattern ITALIAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})" + TIME);

    private Moments() {}

    static Plain<Moment> read(String text, PlainLocale locale) {
        Moment iso = iso(text);
        if (iso != null) {
            return Plain.of(iso);
        }
        Moment italian = italian(text);
        if (italian == null) {
            return Plain.refused(Code.NOT_A_DATE, "is no date", "Maybe 2026-12-31, or 2026-12-31T18:00.");
        }
        return locale == PlainLocale.IT
                ? Plain.of(italian)
                : Plain.refused(
                        Code.NOT_A_DATE,
                        "dates are written 2026-12-31",
                        "Maybe " + italian + ", or \"locale: it\" in playbook.yaml.");
    }

    private static @Nullable Moment iso(String text) {
        Matcher parts = ISO.matcher(text);
        return parts.matches() ? moment(parts.group(1), parts.group(2), parts.group(3), parts.group(4)) : null;
    }

    private static @Nullable Moment italian(String text) {
        Matcher parts = ITALIAN.matcher(text);
        return parts.matches() ? moment(parts.group(3), parts.group(2), parts.group(1), parts.group(4)) : null;
    }

    private static @Nullable Moment moment(String year, String month, String day, @Nullable String time) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return new Moment(date, time == null ? null : LocalTime.parse(time.length() % 3 == 1 ? "0" + time : time));
        } catch (DateTimeException e) {
            // 2026-02-30 or 25:00: no date, as the caller reports
            return null;
        }
    }
}
