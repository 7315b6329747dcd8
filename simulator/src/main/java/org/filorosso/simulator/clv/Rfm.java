package org.filorosso.simulator.clv;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Scores of recency, frequency and monetary value, 1 to 5, by cut points; a value at a cut point gets the better score, as in the
 * engine. Hughes, Strategic Database Marketing (1994).
 *
 * @param cuts four each for {@code recency} (days, the fewer the better), {@code frequency} and {@code monetary}, rising
 */
public record Rfm(Map<String, List<Double>> cuts) {
    private static final double[] SHARES = {0.2, 0.4, 0.6, 0.8};

    /**
     * Quintiles of the customers themselves. Who ties gets the same score: of recency the better one, of frequency and amounts the
     * worse one, since half of all customers may have bought once.
     */
    public static Rfm quintiles(double[] recency, double[] frequency, double[] monetary) {
        return new Rfm(Map.of("recency", atMost(recency), "frequency", above(frequency), "monetary", above(monetary)));
    }

    /** For each share the smallest value with at least that share at or below it. */
    private static List<Double> atMost(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(SHARES)
                .map(share -> sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)])
                .boxed()
                .toList();
    }

    /** For each share the smallest value with at least that share below it; one more than the largest where there is none. */
    private static List<Double> above(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(SHARES).map(share -> above(share, sorted)).boxed().toList();
    }

    private static double above(double share, double... sorted) {
        for (int i = (int) Math.ceil(share * sorted.length); i < sorted.length; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                return sorted[i];
            }
        }
        return sorted[sorted.length - 1] + 1;
    }

    /** The score of days since the last purchase. */
    public int recency(double days) {
        return 5 - (int) of("recency").stream().filter(cut -> days > cut).count();
    }

    /** The score of a number of purchases. */
    public int frequency(double purchases) {
        return reached("frequency", purchases);
    }

    /** The score of an amount. */
    public int monetary(double amount) {
        return reached("monetary", amount);
    }

    private int reached(String of, double value) {
        return 1 + (int) of(of).stream().filter(cut -> value >= cut).count();
    }

    private List<Double> of(String name) {
        return cuts.getOrDefault(name, List.of());
    }

    /** The segment's name in the usual grid of recency and frequency. */
    public static String segment(int r, int f) {
        if (r <= 2) {
            return f == 5 ? "cannot lose" : f >= 3 ? "at risk" : "hibernating";
        }
        if (r == 3) {
            return f >= 4 ? "loyal" : f == 3 ? "need attention" : "about to sleep";
        }
        return f >= 4 ? "champions" : f >= 2 ? "potential loyal" : r == 5 ? "new" : "promising";
    }
}
