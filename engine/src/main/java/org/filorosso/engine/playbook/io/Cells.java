package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Dates;
import org.jspecify.annotations.Nullable;

/** Reads plain cells: numbers, percentages, yes/no, durations and dates, as the playbook's locale writes them. */
final class Cells {
    private static final BigDecimal MOST_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Scalars scalars;
    private final ZoneId zone;
    private final Span history;
    private final ZonedDateTime now;

    /** @param history the longest window a row may look back, measured from the day {@code today} */
    Cells(Scalars scalars, ZoneId zone, Span history, LocalDate today) {
        this.scalars = scalars;
        this.zone = zone;
        this.history = history;
        this.now = today.atStartOfDay(zone);
    }

    /** The value of a cell, or null when it is empty or refused; a refused one is reported. */
    private static <T> @Nullable T read(Entry line, String column, Function<String, Plain<T>> reader) {
        if (!line.has(column)) {
            return null;
        }
        Plain<T> plain = reader.apply(line.text(column));
        Code code = plain.code();
        String message = plain.message();
        if (code != null && message != null) {
            line.error(code, column, message, plain.hint());
        }
        return plain.value();
    }

    /** A number within bounds, or null when empty or refused. */
    @Nullable
    BigDecimal number(Entry line, String column, Bounds bounds) {
        BigDecimal number = read(line, column, scalars::number);
        if (!bounds.hold(number)) {
            line.error(Code.OUT_OF_RANGE, column, "the number must be " + bounds.words(), null);
        }
        return number;
    }

    /** A whole number, {@code least} or more, or null when empty or refused. */
    @Nullable
    Integer count(Entry line, String column, int least) {
        BigDecimal number = read(line, column, scalars::number);
        if (number == null) {
            return null;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(MOST_COUNT) > 0) {
            line.error(Code.OUT_OF_RANGE, column, "this must be a whole number, " + least + " or more", null);
            return null;
        }
        return number.intValueExact();
    }

    /** A percentage as a fraction; {@code fallback} when empty or refused. */
    double percent(Entry line, String column, double fallback, Bounds bounds) {
        BigDecimal fraction = read(line, column, scalars::percentage);
        if (!bounds.hold(fraction)) {
            line.error(Code.OUT_OF_RANGE, column, "the percentage must be " + bounds.words(), null);
        }
        return fraction == null ? fallback : fraction.doubleValue();
    }

    boolean yes(Entry line, String column) {
        return Boolean.TRUE.equals(read(line, column, scalars::yesNo));
    }

    @Nullable
    LocalDate date(Entry line, String column) {
        return read(line, column, scalars::date);
    }

    /** A duration, or null when empty or refused. */
    @Nullable
    Span span(Entry line, String column) {
        return read(line, column, scalars::duration);
    }

    /** A duration that rules look back over, and so one not longer than {@code history}. */
    @Nullable
    Span spanWithin(Entry line, String column) {
        Span span = span(line, column);
        if (span != null && beyondHistory(span)) {
            line.error(
                    Code.WINDOW_TOO_LONG,
                    column,
                    "rules look back " + history + " at most (\"history\" in playbook.yaml)",
                    "Maybe a shorter duration, or a longer history.");
        }
        return span;
    }

    /** Whether a window reaches further back than rules may look. */
    boolean beyondHistory(Span window) {
        return window.longerThan(history, now);
    }

    /** {@code from} and {@code until}; a bare date in {@code until} includes that day. */
    Dates dates(Entry line) {
        ZonedDateTime from = moment(read(line, "from", scalars::moment), 0);
        ZonedDateTime until = moment(read(line, "until", scalars::moment), 1);
        if (from != null && until != null && !from.isBefore(until)) {
            line.error(
                    Code.DATES_REVERSED,
                    "until",
                    "the row ends before it begins",
                    "Maybe a later date than " + line.text("from") + ".");
        }
        return from == null && until == null ? Dates.ALWAYS : new Dates(from, until);
    }

    private @Nullable ZonedDateTime moment(@Nullable Moment moment, int daysMore) {
        if (moment == null) {
            return null;
        }
        return moment.time() == null
                ? moment.date().plusDays(daysMore).atStartOfDay(zone)
                : moment.date().atTime(moment.time()).atZone(zone);
    }

    /** The expression of a cell that holds FEEL or a plain number in the playbook's locale; null when refused. */
    @Nullable
    String formula(Entry line, String column) {
        Plain<BigDecimal> plain = scalars.number(line.text(column));
        if (plain.code() == Code.AMBIGUOUS_NUMBER) {
            read(line, column, scalars::number);
            return null;
        }
        BigDecimal number = plain.value();
        return number == null ? line.text(column) : number.toPlainString();
    }

    /** As {@link #formula}, or a percentage. */
    @Nullable
    String fraction(Entry line, String column) {
        if (!line.text(column).endsWith("%")) {
            return formula(line, column);
        }
        BigDecimal fraction = read(line, column, scalars::percentage);
        return fraction == null ? null : fraction.toPlainString();
    }

    /** The number that decimal digits spell, or -1. */
    static int digits(String text) {
        boolean digits = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    /** A fraction as people read it: 1.05 is 105%. */
    static String percent(double fraction) {
        return BigDecimal.valueOf(fraction * 100)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
