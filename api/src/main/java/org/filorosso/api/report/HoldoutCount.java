package org.filorosso.api.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.filorosso.api.report.ExperimentReport.Cause;
import org.filorosso.api.report.ExperimentReport.Holdout;
import org.filorosso.api.report.Proportions.Estimate;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Who took something, held out or not. Taken is what was accepted, offered or not, and a purchase of an action's product:
 * the holdout cannot accept what it is not offered, but it can buy.
 */
final class HoldoutCount {
    private final Playbook playbook;
    private final Period period;
    private final Map<String, long[]> byAction = new HashMap<>();
    private final Map<String, long[]> claims = new HashMap<>();
    private final long[] subjects = new long[2];
    private final long[] took = new long[2];
    private long claimed;

    HoldoutCount(Playbook playbook, Period period) {
        this.playbook = playbook;
        this.period = period;
    }

    void add(SubjectRows rows, boolean heldOut) {
        int side = heldOut ? 1 : 0;
        Set<String> accepted = new HashSet<>();
        rows.acceptances(period).forEach(one -> accepted.add(one.row().action()));
        Set<String> taken = taken(rows);
        subjects[side]++;
        took[side] += taken.isEmpty() ? 0 : 1;
        taken.forEach(action -> byAction.computeIfAbsent(action, unseen -> new long[2])[side]++);
        if (!heldOut) {
            claimed += accepted.isEmpty() ? 0 : 1;
            accepted.forEach(action -> claims.computeIfAbsent(action, unseen -> new long[1])[0]++);
        }
    }

    private Set<String> taken(SubjectRows rows) {
        Set<String> taken = new HashSet<>();
        rows.taken(period, false).forEach(one -> taken.add(one.row().action()));
        for (Event event : rows.log().events()) {
            if (event.event().equals("purchase") && period.contains(event.at())) {
                for (Action action : playbook.catalogue().actions()) {
                    if (action.product() != null && action.product().equals(event.field("product"))) {
                        taken.add(action.name());
                    }
                }
            }
        }
        return taken;
    }

    Holdout holdout() {
        List<Cause> causes = claims.keySet().stream()
                .map(action -> {
                    long[] sides = byAction.getOrDefault(action, new long[2]);
                    return new Cause(
                            action,
                            claims.getOrDefault(action, new long[1])[0],
                            sides[0],
                            sides[1],
                            caused(sides[0], sides[1]));
                })
                .sorted(Comparator.comparingLong((Cause cause) -> -cause.claimed())
                        .thenComparing(Cause::action))
                .toList();
        return new Holdout(subjects[0], subjects[1], took[0], took[1], claimed, caused(took[0], took[1]), causes);
    }

    /** Acceptances more than without us, of the actions that are meant; null where nobody is held out. */
    @Nullable
    Double caused(Predicate<String> meant) {
        double more = 0;
        for (Map.Entry<String, long[]> one : byAction.entrySet()) {
            if (meant.test(one.getKey())) {
                Estimate caused = caused(one.getValue()[0], one.getValue()[1]);
                if (caused == null) {
                    return null;
                }
                more += caused.value();
            }
        }
        return subjects[0] == 0 || subjects[1] == 0 ? null : more;
    }

    private @Nullable Estimate caused(long treatedTook, long heldOutTook) {
        Estimate lift = Proportions.difference(treatedTook, subjects[0], heldOutTook, subjects[1]);
        return lift == null ? null : lift.times(subjects[0]);
    }
}
