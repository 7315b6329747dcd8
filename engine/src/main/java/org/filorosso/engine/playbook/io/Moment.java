package org.filorosso.engine.playbook.io;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date and time, local to the playbook's time zone.
 *
 * @param date the date
 * @param time null for a bare date
 */
public record Moment(LocalDate date, @Nullable LocalTime time) {
    /** ISO 8601: {@code 2026-12-31} or {@code 2026-12-31T18:00}. */
    @Override
    public String toString() {
        return time == null ? date.toString() : date.atTime(time).toString();
    }
}
