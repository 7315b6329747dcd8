package org.filorosso.simulator.stats.compare;

import java.util.List;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.sequential.Boundary;
import org.filorosso.simulator.stats.sequential.GroupSequential;
import org.filorosso.simulator.stats.sequential.Looks;
import org.jspecify.annotations.Nullable;

/**
 * The looks that were planned before the test began.
 *
 * @param looks rising: shares of the planned information, the last 1; or units of all arms at each look
 * @param look which of them this is, from 1; null is the last of shares, and of units the last that has been reached
 */
public record LookPlan(
        Boundary boundary, List<Double> looks, @Nullable Integer look) {

    private boolean inUnits() {
        return last() > 1;
    }

    private double last() {
        return looks.get(looks.size() - 1);
    }

    /** The number of this look, from 1, where so many units have been seen; 0 where the first is not reached. */
    public int look(long units) {
        if (look != null) {
            return look;
        }
        return inUnits()
                ? (int) looks.stream().filter(planned -> planned <= units).count()
                : looks.size();
    }

    /**
     * The looks as shares. Where they are units, this look has the share that was really reached, as spending allows: Lan, DeMets
     * (1983).
     */
    Looks at(long units, Sided sided) {
        double[] information =
                looks.stream().mapToDouble(planned -> planned / last()).toArray();
        int now = look(units) - 1;
        if (inUnits() && look == null) {
            double next = now + 1 < information.length ? information[now + 1] : Double.POSITIVE_INFINITY;
            information[now] = Math.min(1, Math.min(units / last(), Math.nextDown(next)));
        }
        return new Looks(boundary, sided, information);
    }

    GroupSequential inference(long units, Sided sided, double alpha) {
        return new GroupSequential(at(units, sided), look(units), alpha);
    }
}
