package org.filorosso.simulator.run.allocation;

import java.util.Arrays;

/** What one contact takes of each resource: pairs of resource and units, units at least 1. Never changed. */
public final class Needs {
    private final int[] resources;
    private final long[] units;

    /**
     * @param resources indexes, each at most once
     * @param units of each, at least 1
     */
    public Needs(int[] resources, long[] units) {
        this.resources = resources.clone();
        this.units = units.clone();
    }

    int size() {
        return resources.length;
    }

    int resource(int i) {
        return resources[i];
    }

    long units(int i) {
        return units[i];
    }

    /** What it costs at prices per unit. */
    double price(double... prices) {
        double sum = 0;
        for (int i = 0; i < resources.length; i++) {
            sum += prices[resources[i]] * units[i];
        }
        return sum;
    }

    /** Whether there is enough left. */
    public boolean fit(long... left) {
        for (int i = 0; i < resources.length; i++) {
            if (left[resources[i]] < units[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes it {@code times} times; -1 gives it back. */
    public void take(long[] left, int times) {
        for (int i = 0; i < resources.length; i++) {
            left[resources[i]] -= times * units[i];
        }
    }

    /** Whether both take of some resource of which there is not enough for the first. */
    boolean shortOfWhat(Needs other, long... left) {
        for (int i = 0; i < resources.length; i++) {
            if (left[resources[i]] < units[i] && other.takes(resources[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(int resource) {
        for (int one : resources) {
            if (one == resource) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Needs needs
                && Arrays.equals(resources, needs.resources)
                && Arrays.equals(units, needs.units);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(resources) + Arrays.hashCode(units);
    }
}
