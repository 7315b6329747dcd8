package org.filorosso.simulator.attribution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules that share a conversion out over the contacts of its path, whatever happened in other paths. */
public enum ByPosition implements Attribution {
    /** All to the first contact. */
    FIRST,
    /** All to the last contact. */
    LAST,
    /** The same to each contact. */
    LINEAR,
    /** Half as much for each 7 days before the conversion; where times are not known, for each 7 contacts. */
    TIME_DECAY,
    /** 40% to the first, 40% to the last, 20% to all between. */
    POSITION;

    private static final double HALF_LIFE = 7;
    private static final double ENDS = 0.4;

    @Override
    public Map<String, Credit> credits(List<ContactPath> paths) {
        Map<String, Credit> credits = new TreeMap<>();
        for (ContactPath path : paths) {
            double[] shares = shares(path);
            for (int i = 0; i < shares.length; i++) {
                credits.merge(
                        path.channels().get(i),
                        new Credit(shares[i] * path.conversions(), shares[i] * path.value(), null),
                        (old, more) -> old.plus(more.conversions(), more.value()));
            }
        }
        return credits;
    }

    private double[] shares(ContactPath path) {
        int n = path.channels().size();
        double[] weights = new double[n];
        double all = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = weight(path, i, n);
            all += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] /= all;
        }
        return weights;
    }

    private double weight(ContactPath path, int i, int n) {
        return switch (this) {
            case FIRST -> i == 0 ? 1 : 0;
            case LAST -> i == n - 1 ? 1 : 0;
            case LINEAR -> 1;
            case TIME_DECAY -> decay(path, i, n);
            case POSITION -> i == 0 || i == n - 1 ? ENDS : (1 - 2 * ENDS) / (n - 2);
        };
    }

    /** Against the last contact, so that the weights of a path of long ago are not all zero. */
    private static double decay(ContactPath path, int i, int n) {
        List<Double> ages = path.ages();
        double age = ages == null
                ? n - 1.0 - i
                : ages.get(i) - ages.stream().mapToDouble(d -> d).min().orElse(0);
        return Math.pow(2, -age / HALF_LIFE);
    }
}
