package org.filorosso.simulator.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Repetitions of an experiment, each with a seed of its own. */
public final class Chance {
    public static final int REPETITIONS = 2000;

    private Chance() {}

    /** The share of repetitions in which something holds. */
    public static double share(java.util.function.Predicate<SplittableRandom> holds) {
        int count = 0;
        for (int seed = 1; seed <= REPETITIONS; seed++) {
            count += holds.test(new SplittableRandom(seed)) ? 1 : 0;
        }
        return (double) count / REPETITIONS;
    }

    /** Kolmogorov's distance of p-values from uniform ones; above 1.63 / sqrt(repetitions) in 1% of cases by chance. */
    public static double distanceFromUniform(ToDoubleFunction<SplittableRandom> pValue) {
        double[] values = new double[REPETITIONS];
        for (int seed = 1; seed <= REPETITIONS; seed++) {
            values[seed - 1] = pValue.applyAsDouble(new SplittableRandom(seed));
        }
        Arrays.sort(values);
        double most = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            most = Math.max(most, Math.max(values[i] - (double) i / REPETITIONS, (i + 1.0) / REPETITIONS - values[i]));
        }
        return most;
    }

    /** A skewed positive amount of mean 1. */
    public static double amount(SplittableRandom random) {
        return -Math.log1p(-random.nextDouble());
    }
}
