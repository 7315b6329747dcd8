package org.filorosso.api.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time that a report or a log is about.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Period(Instant from, Instant to) {
    /** Nothing is older or newer, and both databases can hold it. */
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** What a report is about where nothing is said. */
    static final Duration USUAL = Duration.ofDays(30);

    /** How much before a period is read so that its contacts are seen in their light: quotes, promises, acceptances. */
    static final Duration SCENE = Duration.ofDays(90);

    /**
     * The period of {@code from} and {@code to}.
     *
     * @param usual how long before its end it begins where nothing is said, or null: at the beginning of all time
     */
    static Period of(Parameters parameters, Instant now, @Nullable Duration usual) {
        Instant from = parameters.instant("from");
        Instant to = parameters.instant("to");
        // an instant later, so that what is being written at this very moment is in
        Instant end = to == null ? now.plusMillis(1) : to;
        Instant begin = from != null ? from : usual == null ? EARLIEST : end.minus(usual);
        if (!begin.isBefore(end)) {
            parameters.fault("from", "is not before the end of the period", begin, "Maybe before " + end + ".");
        }
        return new Period(begin, end);
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** The same, begun earlier: what sets the scene for it. */
    Period since(Duration before) {
        Instant earlier = from.minus(before);
        return new Period(earlier.isBefore(EARLIEST) ? EARLIEST : earlier, to);
    }

    OffsetDateTime start() {
        return from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime end() {
        return to.atOffset(ZoneOffset.UTC);
    }

    double days() {
        return Duration.between(from, to).toMillis()
                / (double) Duration.ofDays(1).toMillis();
    }
}
