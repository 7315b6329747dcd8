package org.filorosso.engine.decide;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.playbook.Settings;

/**
 * The probability with which this policy, in this state, puts each survivor first: exact for a fixed order and for
 * epsilon, (hits + 1) / 257 from 256 seeded draws for Thompson sampling.
 *
 * <p>{@code next} goes first in every order, so where there is one only those of the lowest step can be first.
 */
final class ChoicePropensity {

    static final int DRAWS = 256;

    private ChoicePropensity() {}

    /** Aligned with {@code survivors}, which stand best first. */
    static double[] of(Deciding deciding, List<Ranked> survivors) {
        double[] probabilities = new double[survivors.size()];
        if (survivors.isEmpty()) {
            return probabilities;
        }
        Settings.Arm arm = deciding.assigned.settings();
        Settings.ArbitrationSettings settings = deciding.playbook().settings().arbitration();
        if (arm != null && arm.ranking() == Settings.Ranking.RANDOM) {
            return mixed(survivors, champion(deciding, survivors), 1);
        }
        boolean ranksByValue = arm != null && arm.ranking() == Settings.Ranking.VALUE;
        if (settings.exploration() == Settings.Exploration.THOMPSON && !ranksByValue) {
            return thompson(deciding, survivors);
        }
        boolean champion = arm == null || arm.ranking() == Settings.Ranking.CHAMPION;
        return mixed(survivors, champion(deciding, survivors), champion ? settings.epsilon() : 0);
    }

    /** Index of who is first when chance has no part. */
    private static int champion(Deciding deciding, List<Ranked> survivors) {
        int best = 0;
        Settings.Arm arm = deciding.assigned.settings();
        if (arm != null && arm.ranking() != Settings.Ranking.CHAMPION) {
            return best;
        }
        List<Ranked> greedy = deciding.greedy;
        for (int i = 1; i < greedy.size(); i++) {
            if (Ranked.best(deciding).compare(greedy.get(i), greedy.get(best)) < 0) {
                best = i;
            }
        }
        int action = greedy.get(best).action();
        for (int i = 0; i < survivors.size(); i++) {
            if (survivors.get(i).action() == action) {
                return i;
            }
        }
        return 0;
    }

    private static double[] mixed(List<Ranked> survivors, int champion, double epsilon) {
        int lowest = survivors.get(0).step();
        double[] probabilities = new double[survivors.size()];
        long equals = survivors.stream().filter(one -> one.step() == lowest).count();
        for (int i = 0; i < probabilities.length; i++) {
            double chance = survivors.get(i).step() == lowest ? epsilon / equals : 0;
            probabilities[i] = chance + (i == champion ? 1 - epsilon : 0);
        }
        return probabilities;
    }

    private static double[] thompson(Deciding deciding, List<Ranked> survivors) {
        SharedStateContinuousSampler[] samplers = survivors.stream()
                .map(one -> Exploration.sampler(deciding, one.action(), one.belief()))
                .toArray(SharedStateContinuousSampler[]::new);
        int[] hits = new int[samplers.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            hits[winner(deciding, survivors, samplers)]++;
        }
        return Arrays.stream(hits).mapToDouble(hit -> (hit + 1.0) / (DRAWS + 1)).toArray();
    }

    private static int winner(Deciding deciding, List<Ranked> survivors, SharedStateContinuousSampler[] samplers) {
        int best = 0;
        Ranked first = drawn(deciding, survivors.get(0), samplers[0]);
        for (int i = 1; i < samplers.length; i++) {
            Ranked other = drawn(deciding, survivors.get(i), samplers[i]);
            if (Ranked.best(deciding).compare(other, first) < 0) {
                best = i;
                first = other;
            }
        }
        return best;
    }

    private static Ranked drawn(Deciding deciding, Ranked ranked, SharedStateContinuousSampler sampler) {
        Factors old = ranked.factors();
        double p = sampler.sample();
        Factors factors = new Factors(p, old.contextWeight(), old.value(), old.lever());
        Settings.Arm arm = deciding.assigned.settings();
        boolean byPropensity = arm != null && arm.ranking() == Settings.Ranking.PROPENSITY;
        return new Ranked(
                ranked.action(),
                factors,
                ranked.belief(),
                ranked.step(),
                ranked.kept(),
                byPropensity ? p : factors.priority());
    }
}
