package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.data.Gathered.Cell;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.jspecify.annotations.Nullable;

/** The moments of all arms and metrics over all units, or over those of one segment. Not thread-safe. */
final class Slice {
    private final int metrics;
    private final List<ArmTotals> arms = new ArrayList<>();

    Slice(int metrics) {
        this.metrics = metrics;
    }

    /** One arm: its units, its independent units (clusters, or the units), its moments, and those with the control. */
    static final class ArmTotals {
        long units;
        long independent;
        long shared;
        final Moments[] moments;
        final Moments[] withControl;
        /** Of each metric, how many of those that stand in the control too are not the same in both, covariate included. */
        final long[] differing;

        ArmTotals(int metrics) {
            this.moments = new Moments[metrics];
            this.withControl = new Moments[metrics];
            this.differing = new long[metrics];
            for (int i = 0; i < metrics; i++) {
                moments[i] = new Moments(Arm.SIZE);
                withControl[i] = new Moments(2 * Arm.SIZE);
            }
        }
    }

    @Nullable
    ArmTotals arm(int arm) {
        return arm < arms.size() && arms.get(arm).units > 0 ? arms.get(arm) : null;
    }

    private ArmTotals made(int arm) {
        while (arms.size() <= arm) {
            arms.add(new ArmTotals(metrics));
        }
        return arms.get(arm);
    }

    /** Puts the moments of an aggregate in their place. */
    void set(int arm, int metric, Moments moments) {
        ArmTotals totals = made(arm);
        totals.moments[metric] = moments;
        totals.units = Math.max(totals.units, moments.n());
        totals.independent = totals.units;
    }

    /** Counts one independent unit: its sums per arm, of which there is one, or several where it stands in several arms. */
    void add(List<Cell> cells, int control) {
        Map<Integer, double[]> perArm = new TreeMap<>();
        for (Cell cell : cells) {
            double[] sums = perArm.get(cell.arm());
            if (sums == null) {
                perArm.put(
                        cell.arm(),
                        cells.size() == 1 ? cell.values() : cell.values().clone());
            } else {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += cell.values()[i];
                }
            }
        }
        double[] controls = perArm.get(control);
        perArm.forEach((arm, sums) -> add(arm, sums, arm == control ? null : controls, perArm.size() > 1));
    }

    private void add(int arm, double[] sums, double @Nullable [] controls, boolean shared) {
        ArmTotals totals = made(arm);
        totals.units += Math.round(sums[sums.length - 1]);
        totals.independent++;
        totals.shared += shared ? 1 : 0;
        for (int i = 0; i < metrics; i++) {
            double[] vector = vector(sums, i);
            totals.moments[i].add(vector);
            if (controls != null) {
                double[] pair = new double[2 * Arm.SIZE];
                System.arraycopy(vector, 0, pair, 0, Arm.SIZE);
                double[] other = vector(controls, i);
                System.arraycopy(other, 0, pair, Arm.SIZE, Arm.SIZE);
                totals.withControl[i].add(pair);
                totals.differing[i] += Arrays.equals(vector, other) ? 0 : 1;
            }
        }
    }

    private static double[] vector(double[] sums, int metric) {
        int end = sums.length;
        return new double[] {sums[2 * metric], sums[2 * metric + 1], sums[end - 2], sums[end - 1]};
    }
}
