package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.TargetPath;
import org.jspecify.annotations.Nullable;

/** Stops, dates, caps and budgets: is there anything left to give? A standing quote passes all but the stops. */
final class AvailabilityStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.AVAILABILITY;
    }

    @Override
    public void refuse(Deciding deciding) {
        for (State.Stop stop : deciding.state.stops()) {
            if (silences(deciding, stop)) {
                deciding.candidates.removeAll(
                        TargetPath.actions(deciding.playbook().catalogue(), stop.target()));
            }
        }
        ActionSet checked = deciding.blueprint.capped.copy();
        checked.retainAll(deciding.candidates);
        checked.forEach(action -> {
            if (cap(deciding, deciding.action(action)) != null && !deciding.pricing.quoted(action)) {
                deciding.candidates.remove(action);
            }
        });
        deciding.playbook().tables().budgets().forEach(budget -> refuse(deciding, budget));
    }

    private static void refuse(Deciding deciding, Budget budget) {
        if (!binds(deciding, budget)
                || !deciding.candidates.intersects(budget.target().actions())) {
            return;
        }
        ActionSet charged = budget.target().actions().copy();
        charged.retainAll(deciding.candidates);
        BigDecimal left = left(deciding, budget);
        charged.forEach(action -> {
            if (usedUp(deciding, budget, left, action) && !deciding.pricing.quoted(action)) {
                deciding.candidates.remove(action);
            }
        });
    }

    private static boolean binds(Deciding deciding, Budget budget) {
        Integer channel = budget.channel();
        return budget.stop()
                && budget.dates().contain(deciding.now)
                && (channel == null || channel == deciding.channel.index());
    }

    private static BigDecimal left(Deciding deciding, Budget budget) {
        return budget.amount().subtract(deciding.state.counters().spent(budget.id()));
    }

    private static boolean usedUp(Deciding deciding, Budget budget, BigDecimal left, int action) {
        if (left.signum() <= 0) {
            return true;
        }
        double need = switch (budget.counts()) {
            case CONTACT -> deciding.channel.cost().doubleValue();
            case ACCEPTANCE -> deciding.pricing.cost(action);
            case BOTH -> deciding.channel.cost().doubleValue() + deciding.pricing.cost(action);
        };
        return need > left.doubleValue();
    }

    private static boolean silences(Deciding deciding, State.Stop stop) {
        return stop.silences(deciding.channel.name(), deciding.now.toInstant());
    }

    @Override
    public Why why(Deciding deciding, int action) {
        for (State.Stop stop : deciding.state.stops()) {
            if (silences(deciding, stop)
                    && TargetPath.members(deciding.playbook().catalogue(), stop.target())
                            .has(action)) {
                return Why.of("stop " + stop.id(), stop.reason());
            }
        }
        Why cap = cap(deciding, deciding.action(action));
        return cap != null ? cap : budget(deciding, action);
    }

    private static Why budget(Deciding deciding, int action) {
        for (Budget budget : deciding.playbook().tables().budgets()) {
            if (binds(deciding, budget)
                    && budget.target().names(action)
                    && usedUp(deciding, budget, left(deciding, budget), action)) {
                return new Why(
                        budget.id(),
                        "budgets.csv:" + budget.line(),
                        "The budget is used up",
                        null,
                        java.util.List.of(),
                        new Limit(
                                budget.amount().subtract(left(deciding, budget)).longValue(),
                                budget.amount().longValue(),
                                budget.per().name().toLowerCase(java.util.Locale.ROOT),
                                null));
            }
        }
        throw new IllegalStateException("A refused action must have a stop, a date, a cap or a budget against it");
    }

    /** What of the action's own row refuses it, or null. */
    private static @Nullable Why cap(Deciding deciding, Action action) {
        if (!action.dates().contain(deciding.now)) {
            return why(action, "Out of its dates", null);
        }
        Integer day = action.limits().maxPerDay();
        if (day != null && deciding.state.counters().today(action.name()) >= day) {
            Instant tomorrow = deciding.now
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(deciding.now.getZone())
                    .toInstant();
            long count = deciding.state.counters().today(action.name());
            return why(action, "Today's units are gone", new Limit(count, day, "day", tomorrow));
        }
        Integer total = action.limits().maxTotal();
        if (total != null && deciding.state.counters().total(action.name()) >= total) {
            long count = deciding.state.counters().total(action.name());
            return why(action, "All units are gone", new Limit(count, total, "all", null));
        }
        return null;
    }

    private static Why why(Action action, String reason, @Nullable Limit limit) {
        return new Why(action.name(), "actions.csv:" + action.line(), reason, null, java.util.List.of(), limit);
    }
}
