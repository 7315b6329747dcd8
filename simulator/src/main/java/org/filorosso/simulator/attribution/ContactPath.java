package org.filorosso.simulator.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of contacts, and what became of the customers who went through it.
 *
 * @param channels of the contacts, from the first to the last, at least one
 * @param ages days from each contact to the conversion, at least 0; null where nothing is known of times
 * @param conversions customers who converted, at least 0
 * @param value what they were worth together
 * @param nulls customers who did not convert, at least 0
 */
public record ContactPath(
        List<String> channels, @Nullable List<Double> ages, double conversions, double value, double nulls) {

    /** Equal for paths with the same contacts. */
    Object contacts() {
        return ages == null ? channels : List.of(channels, ages);
    }

    /** This path and another with the same contacts. */
    ContactPath with(ContactPath other) {
        return new ContactPath(
                channels, ages, conversions + other.conversions, value + other.value, nulls + other.nulls);
    }
}
