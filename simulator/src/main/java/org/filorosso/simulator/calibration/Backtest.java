package org.filorosso.simulator.calibration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A world's prediction of a held-back last part of a log, beside what happened.
 *
 * @param cut where the held-back part begins
 * @param end the last contact of the log
 * @param fitted whether the world was fitted to the part before the cut; else it was taken as it is
 * @param total over all actions and channels
 * @param auc probability that the prediction tells an accepted offer from another, 0..1; null where nobody or everybody accepted
 * @param groups by action and channel
 * @param within share of groups whose interval of acceptances holds 1; null without groups
 * @param notes what was left out, and what to beware of
 */
public record Backtest(
        Instant cut,
        Instant end,
        boolean fitted,
        Figures total,
        @Nullable Double auc,
        List<Group> groups,
        @Nullable Double within,
        List<String> notes) {

    /**
     * Predicted and real numbers.
     *
     * @param contacts offers shown; predicted by their daily number before the cut
     * @param accepted predicted for the offers that were looked at
     * @param optOuts predicted for the outbound contacts that there were, each with its first action
     */
    public record Figures(Ratio contacts, Ratio accepted, Ratio optOuts) {}

    /** The figures of one action on one channel. */
    public record Group(String action, String channel, Figures figures) {}
}
