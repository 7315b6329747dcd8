package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.filorosso.engine.learn.Assignment;
import org.filorosso.engine.learn.Propensity;
import org.filorosso.engine.playbook.Settings;

/** Orders survivors, sometimes by chance; chance is a hash of the interaction, so a decision repeats exactly. */
final class Exploration {

    static final String COIN = "epsilon";

    private Exploration() {}

    /** The survivors, best first. */
    static List<Ranked> order(Deciding deciding, List<Ranked> survivors) {
        Settings.Arm arm = deciding.assigned.settings();
        Settings.Ranking ranking = arm == null ? Settings.Ranking.CHAMPION : arm.ranking();
        List<Ranked> ordered = new ArrayList<>(survivors.size());
        for (Ranked ranked : survivors) {
            ordered.add(
                    switch (ranking) {
                        case CHAMPION -> chance(deciding) ? shuffled(deciding, ranked) : ranked;
                        case RANDOM -> shuffled(deciding, ranked);
                        case PROPENSITY ->
                            ranked.unkept().orderedBy(ranked.factors().propensity());
                        case VALUE -> ranked.unkept().orderedBy(ranked.factors().value());
                    });
        }
        ordered.sort(Ranked.best(deciding));
        return ordered;
    }

    /** A place by chance; {@code next} still goes first. */
    private static Ranked shuffled(Deciding deciding, Ranked ranked) {
        return ranked.unkept()
                .orderedBy(Assignment.unit(
                        deciding.request.interactionId(),
                        deciding.action(ranked.action()).name()));
    }

    /** Whether this interaction is one of the share epsilon that is ordered by chance. */
    private static boolean chance(Deciding deciding) {
        double epsilon = deciding.playbook().settings().arbitration().epsilon();
        return epsilon > 0 && Assignment.unit(deciding.request.interactionId(), COIN) < epsilon;
    }

    /** One draw from a belief, seeded by the interaction and the action. */
    static double draw(Deciding deciding, int action, Propensity belief) {
        return sampler(deciding, action, belief).sample();
    }

    /** Draws from a belief; the first is the one the decision used. */
    static org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler sampler(
            Deciding deciding, int action, Propensity belief) {
        long seed = Assignment.bits(
                deciding.request.interactionId(), deciding.action(action).name());
        UniformRandomProvider source = RandomSource.SPLIT_MIX_64.create(seed);
        double sure = 1e-9;
        return ChengBetaSampler.of(source, Math.max(belief.alpha(), sure), Math.max(belief.beta(), sure));
    }
}
