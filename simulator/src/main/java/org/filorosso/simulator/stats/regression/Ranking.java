package org.filorosso.simulator.stats.regression;

import java.util.Arrays;
import java.util.Comparator;

/** How well scores tell those who say yes from those who do not. */
public final class Ranking {
    private Ranking() {}

    /**
     * The probability that somebody who says yes scores above somebody who does not, ties counting half: the area under the ROC
     * curve. Hanley, McNeil, The meaning and use of the area under a receiver operating characteristic curve, Radiology 143 (1982)
     * 29-36; computed from ranks as Mann, Whitney (1947).
     *
     * @param scores any numbers
     * @param yes by the same order
     * @return 0..1; NaN where nobody or everybody says yes
     */
    public static double area(double[] scores, boolean... yes) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double ranks = 0;
        double positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int tied = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                tied += yes[order[to]] ? 1 : 0;
                to++;
            }
            ranks += tied * (from + to + 1) / 2.0;
            positive += tied;
            from = to;
        }
        return (ranks - positive * (positive + 1) / 2) / (positive * (scores.length - positive));
    }
}
