package org.filorosso.engine.feel;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

/**
 * A length of time: a calendar part that follows the zone ({@code P30D}, {@code P1M}) and an elapsed part
 * ({@code PT720H}). Never negative.
 *
 * @param period years, months and days on the calendar
 * @param duration elapsed time
 */
public record Span(Period period, Duration duration) {

    public static final Span ZERO = new Span(Period.ZERO, Duration.ZERO);

    public Span {
        if (period.isNegative() || duration.isNegative()) {
            throw new IllegalArgumentException("The span (" + period + ", " + duration + ") must not be negative");
        }
    }

    /** Whole days on the calendar. */
    public static Span days(int days) {
        return new Span(Period.ofDays(days), Duration.ZERO);
    }

    /** Elapsed hours. */
    public static Span hours(long hours) {
        return new Span(Period.ZERO, Duration.ofHours(hours));
    }

    /**
     * Reads ISO 8601: {@code P30D}, {@code P2W}, {@code P1Y2M}, {@code PT4H}, {@code P1DT12H}.
     *
     * @throws FeelException when the text is none, or is negative
     */
    public static Span parse(String text) throws FeelException {
        String iso = text.trim();
        int time = iso.indexOf('T');
        try {
            Period period = time == 1 ? Period.ZERO : Period.parse(time < 0 ? iso : iso.substring(0, time));
            Duration duration = time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time));
            return new Span(period, duration);
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            throw new FeelException("\"" + text + "\" is no duration", "Maybe P30D, P1M or PT4H", 0, e);
        }
    }

    public ZonedDateTime before(ZonedDateTime time) {
        return time.minus(period).minus(duration);
    }

    public ZonedDateTime after(ZonedDateTime time) {
        return time.plus(period).plus(duration);
    }

    public boolean isZero() {
        return period.isZero() && duration.isZero();
    }

    /** Whether this is longer than another, both counted back from the same moment. */
    public boolean longerThan(Span other, ZonedDateTime from) {
        return before(from).isBefore(other.before(from));
    }

    /** ISO 8601; reads back as an equal span. */
    @Override
    public String toString() {
        if (duration.isZero()) {
            return period.toString();
        }
        return (period.isZero() ? "P" : period.toString()) + duration.toString().substring(1);
    }
}
