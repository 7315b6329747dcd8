package org.filorosso.simulator.attribution;

import org.jspecify.annotations.Nullable;

/**
 * What a channel is credited with.
 *
 * @param removalEffect share of conversions that would be lost without the channel; of the Markov model only
 */
public record Credit(
        double conversions, double value, @Nullable Double removalEffect) {

    Credit plus(double moreConversions, double moreValue) {
        return new Credit(conversions + moreConversions, value + moreValue, removalEffect);
    }
}
