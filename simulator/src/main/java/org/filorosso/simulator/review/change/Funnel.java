package org.filorosso.simulator.review.change;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;
import org.jspecify.annotations.Nullable;

/** Sums what each stage was given and left, over the decisions of one side. Not thread-safe. */
public final class Funnel {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int EMPTIED = 2;

    private final Map<StageCode, long[]> sums = new EnumMap<>(StageCode.class);

    /**
     * A stage.
     *
     * @param stage its code
     * @param in candidates that it was given
     * @param out candidates that it left
     * @param emptied answers that it left without any action
     */
    public record Stage(String stage, long in, long out, long emptied) {}

    /**
     * Adds a decision.
     *
     * @param counts none where nothing was to be explained
     * @param emptied the stage that left it without an action; null where it has one
     */
    public void add(List<Decision.StageCount> counts, @Nullable StageCode emptied) {
        for (Decision.StageCount count : counts) {
            long[] sum = sums.computeIfAbsent(count.stage(), unseen -> new long[EMPTIED + 1]);
            sum[IN] += count.in();
            sum[OUT] += count.out();
            sum[EMPTIED] += count.stage() == emptied ? 1 : 0;
        }
    }

    /** The stages that anything was said of, in the order of the engine. */
    public List<Stage> stages() {
        return sums.entrySet().stream()
                .map(one -> new Stage(
                        one.getKey().code(), one.getValue()[IN], one.getValue()[OUT], one.getValue()[EMPTIED]))
                .toList();
    }
}
