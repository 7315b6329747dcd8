package org.filorosso.simulator.customers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Dates and times as people and systems write them. Local times are of the playbook's zone.
 *
 * @param zone of the playbook
 * @param italian whether {@code 31/12/2026} is a date too
 */
public record PlainTimes(ZoneId zone, boolean italian) {
    private static final DateTimeFormatter ITALIAN_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SLASHES = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
    private static final int DATE_LENGTH = 10;
    private static final int LEAST_YEAR = 1;
    private static final int MOST_YEAR = 9999;

    /**
     * A date.
     *
     * @throws ValueException if the text is none
     */
    public LocalDate date(String text) throws ValueException {
        try {
            return checked(SLASHES.matcher(text).matches() ? slashes(text) : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new ValueException("is no date", italian ? "Maybe 31/12/2026 or 2026-12-31." : "Maybe 2026-12-31.");
        }
    }

    private LocalDate slashes(String text) throws ValueException {
        if (!italian) {
            throw new ValueException(
                    "is no date where the locale is en", "Maybe 2026-12-31, or locale: it in playbook.yaml.");
        }
        return LocalDate.parse(text, ITALIAN_DATE);
    }

    private static LocalDate checked(LocalDate date) throws ValueException {
        if (date.getYear() < LEAST_YEAR || date.getYear() > MOST_YEAR) {
            throw new ValueException("is a date out of range", "Maybe the year is mistyped.");
        }
        return date;
    }

    /**
     * A moment: with an offset, local, or a date alone, which is its first moment.
     *
     * @throws ValueException if the text is none
     */
    public ZonedDateTime moment(String text) throws ValueException {
        try {
            return parsed(
                    text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                            ? text.replaceFirst(" ", "T")
                            : text);
        } catch (DateTimeException e) {
            throw new ValueException(
                    "is no date and time", "Maybe 2026-12-31T18:00, 2026-12-31T18:00:00+01:00 or 2026-12-31.");
        }
    }

    private ZonedDateTime parsed(String text) throws ValueException {
        int time = text.indexOf('T');
        if (time < 0) {
            return date(text).atStartOfDay(zone);
        }
        if (OFFSET.matcher(text).matches()) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(text, Instant::from)
                    .atZone(zone);
        }
        LocalDate date = date(text.substring(0, time));
        return LocalDateTime.of(date, java.time.LocalTime.parse(text.substring(time + 1)))
                .atZone(zone);
    }
}
