package org.filorosso.engine.score;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is scored. What lies outside still sets the scene: a quote given before the period stands in it.
 *
 * @param from inclusive
 * @param to exclusive
 * @param decisions those that count, such as those of one arm; null is all, and contacts whose decision is not in the log
 */
public record Scope(Instant from, Instant to, @Nullable Predicate<Decided> decisions) {

    boolean counts(Instant at, @Nullable Decided decided) {
        if (at.isBefore(from) || !at.isBefore(to)) {
            return false;
        }
        return decisions == null || (decided != null && decisions.test(decided));
    }
}
