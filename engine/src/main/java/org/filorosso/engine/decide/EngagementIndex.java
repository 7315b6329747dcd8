package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** The rows of engagement.csv by policy and level, and what a set of matches means for the candidates. */
final class EngagementIndex {

    private final int size;
    private final int offset;
    private final List<Engagement> rows;

    /** Per row, what {@link Verdicts} needs of it, side by side in memory: where it counts, and its one action or -1. */
    private final int[] keys;

    private final int[] single;
    private final Map<Engagement.Policy, PolicyRows> policies = new EnumMap<>(Engagement.Policy.class);

    EngagementIndex(Playbook playbook, Groups groups) {
        this.size = playbook.catalogue().size();
        this.rows = playbook.tables().engagement();
        this.offset = rows.isEmpty() ? 0 : rows.get(0).row().index();
        this.keys = rows.stream().mapToInt(Verdicts::key).toArray();
        this.single = rows.stream().mapToInt(EngagementIndex::single).toArray();
        for (Engagement.Policy policy : Engagement.Policy.values()) {
            List<Engagement> own =
                    rows.stream().filter(row -> row.policy() == policy).toList();
            policies.put(
                    policy, new PolicyRows(own, new ByTarget<>(playbook.catalogue(), groups, own, Engagement::target)));
        }
    }

    private static int single(Engagement row) {
        return row.target().level() == Target.Level.ACTION ? row.target().first() : -1;
    }

    /** The rows of one policy: whom the undated {@code only} rows of each level cover, and the dated ones apart. */
    final class PolicyRows {
        final ByTarget<Engagement> byTarget;
        private final Map<Target.Level, ActionSet> covered = new EnumMap<>(Target.Level.class);
        private final List<Engagement> datedOnly = new ArrayList<>();

        PolicyRows(List<Engagement> own, ByTarget<Engagement> byTarget) {
            this.byTarget = byTarget;
            for (Engagement row : own) {
                if (row.only() && row.row().dates().always()) {
                    covered.computeIfAbsent(row.target().level(), level -> ActionSet.none(size))
                            .addAll(row.target().actions());
                } else if (row.only()) {
                    datedOnly.add(row);
                }
            }
        }
    }

    PolicyRows of(Engagement.Policy policy) {
        PolicyRows found = policies.get(policy);
        if (found == null) {
            throw new IllegalStateException("The policy (" + policy + ") must have been indexed");
        }
        return found;
    }

    /** What the matched rows of all policies say, gathered in one pass. */
    Verdicts verdicts(BitSet matched, java.time.ZonedDateTime now) {
        Verdicts verdicts = new Verdicts(now);
        for (int i = matched.nextSetBit(offset); i >= 0 && i < offset + rows.size(); i = matched.nextSetBit(i + 1)) {
            verdicts.take(i - offset);
        }
        return verdicts;
    }

    /** Whom one decision's matched rows refuse, and whom they let in, per policy and level. */
    final class Verdicts {
        private static final int LEVELS = 4;
        private static final int POLICIES = 3;
        private final java.time.ZonedDateTime now;
        private final @Nullable ActionSet[] sets = new ActionSet[2 * POLICIES * LEVELS];

        Verdicts(java.time.ZonedDateTime now) {
            this.now = now;
        }

        private void take(int row) {
            int key = keys[row];
            ActionSet set = sets[key];
            if (set == null) {
                set = ActionSet.none(size);
                sets[key] = set;
            }
            if (single[row] >= 0) {
                set.add(single[row]);
            } else {
                set.addAll(rows.get(row).target().actions());
            }
        }

        private static int key(Engagement row) {
            return key(row.only(), row.policy(), row.target().level());
        }

        private static int key(boolean only, Engagement.Policy policy, Target.Level level) {
            return ((only ? POLICIES : 0) + policy.ordinal()) * LEVELS + level.ordinal();
        }

        /** Removes from {@code candidates} whom the policy refuses. */
        void refuse(Engagement.Policy policy, ActionSet candidates) {
            for (Target.Level level : Target.Level.FROM_TOP) {
                ActionSet refused = sets[key(false, policy, level)];
                if (refused != null) {
                    candidates.removeAll(refused);
                }
                refuseOutsiders(policy, level, candidates);
            }
        }

        private void refuseOutsiders(Engagement.Policy policy, Target.Level level, ActionSet candidates) {
            ActionSet outside = covered(policy, level);
            if (outside == null) {
                return;
            }
            ActionSet welcome = sets[key(true, policy, level)];
            if (welcome == null) {
                candidates.removeAll(outside);
            } else {
                candidates.removeAllBut(outside, welcome);
            }
        }

        private @Nullable ActionSet covered(Engagement.Policy policy, Target.Level level) {
            PolicyRows own = of(policy);
            ActionSet fixed = own.covered.get(level);
            ActionSet dated = null;
            for (Engagement row : own.datedOnly) {
                if (row.target().level() == level && row.row().dates().contain(now)) {
                    dated = dated == null ? ActionSet.none(size) : dated;
                    row.target().addTo(dated);
                }
            }
            if (dated != null && fixed != null) {
                dated.addAll(fixed);
            }
            return dated == null ? fixed : dated;
        }
    }
}
