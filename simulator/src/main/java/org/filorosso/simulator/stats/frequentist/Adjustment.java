package org.filorosso.simulator.stats.frequentist;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How p-values of many comparisons are adjusted, so that chance does not win by being asked often. */
public enum Adjustment {
    /** As they are. */
    NONE,
    /** Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979) 65-70. */
    HOLM,
    /** Benjamini, Hochberg, Controlling the false discovery rate, Journal of the Royal Statistical Society B 57 (1995) 289-300. */
    BH;

    /** The adjusted p-values in the same order; NaN are not counted and stay. */
    public double[] adjust(double... pValues) {
        double[] adjusted = pValues.clone();
        if (this == NONE) {
            return adjusted;
        }
        int[] rising = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        if (this == HOLM) {
            holm(pValues, rising, adjusted);
        } else {
            benjaminiHochberg(pValues, rising, adjusted);
        }
        return adjusted;
    }

    private static void holm(double[] pValues, int[] rising, double[] adjusted) {
        double most = 0;
        for (int rank = 0; rank < rising.length; rank++) {
            most = Math.max(most, Math.min(1, (rising.length - rank) * pValues[rising[rank]]));
            adjusted[rising[rank]] = most;
        }
    }

    private static void benjaminiHochberg(double[] pValues, int[] rising, double[] adjusted) {
        double least = 1;
        for (int rank = rising.length - 1; rank >= 0; rank--) {
            least = Math.min(least, pValues[rising[rank]] * rising.length / (rank + 1));
            adjusted[rising[rank]] = least;
        }
    }
}
