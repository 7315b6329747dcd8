package org.filorosso.engine.score;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.score.Scorecard.Offender;

/** Who lowers a score, counted: at most a few per action and rule of the playbook. */
final class Offenders {
    private static final int SHOWN = 10;

    private final Map<Key, double[]> counts = new HashMap<>();

    private record Key(String name, String reason) {}

    /**
     * @param count how much of it is amiss, 0..{@code of}
     */
    void add(String name, String reason, double count, double of) {
        double[] sums = counts.computeIfAbsent(new Key(name, reason), unseen -> new double[2]);
        sums[0] += count;
        sums[1] += of;
    }

    /** The worst: by how much is amiss, then by name. */
    List<Offender> worst() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] > 0)
                .map(entry -> new Offender(
                        entry.getKey().name(), entry.getKey().reason(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingDouble((Offender offender) -> -offender.count())
                        .thenComparing(Offender::name)
                        .thenComparing(Offender::reason))
                .limit(SHOWN)
                .toList();
    }
}
