package org.filorosso.engine.playbook;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a row or an action counts: {@code from <= now < until}, both in the playbook's zone; null is open. A bare date in
 * {@code until} has been turned into the start of the day after it.
 */
public record Dates(@Nullable ZonedDateTime from, @Nullable ZonedDateTime until) {

    public static final Dates ALWAYS = new Dates(null, null);

    public boolean contain(ZonedDateTime now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    public boolean always() {
        return from == null && until == null;
    }
}
