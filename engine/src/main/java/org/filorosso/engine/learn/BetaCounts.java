package org.filorosso.engine.learn;

import java.util.HashMap;
import java.util.Map;

/**
 * How often actions were presented and accepted, per action, action x channel and action x channel x stage, already
 * decayed to the time of the decision.
 *
 * @param counts by key; absent means never
 */
public record BetaCounts(Map<Key, Count> counts) {

    public static final BetaCounts NONE = new BetaCounts(Map.of());
    private static final Count NEVER = new Count(0, 0);

    /**
     * What is counted; an empty channel or stage counts over all of them.
     *
     * @param action name, so that counts outlive a revision
     */
    public record Key(String action, String channel, String stage) {}

    /** Presentations and acceptances, each at least 0; whole numbers unless decayed. */
    public record Count(double presented, double accepted) {}

    public Count of(String action, String channel, String stage) {
        return counts.isEmpty() ? NEVER : counts.getOrDefault(new Key(action, channel, stage), NEVER);
    }

    /** These counts with one more interaction on every level of its key. */
    public BetaCounts plus(Key key, double presented, double accepted) {
        Map<Key, Count> sums = new HashMap<>(counts);
        for (Key level : new Key[] {new Key(key.action(), "", ""), new Key(key.action(), key.channel(), ""), key}) {
            Count old = sums.getOrDefault(level, NEVER);
            sums.put(level, new Count(old.presented() + presented, old.accepted() + accepted));
        }
        return new BetaCounts(Map.copyOf(sums));
    }
}
