package org.filorosso.simulator.run.outbound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Offer;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.run.allocation.Needs;
import org.filorosso.simulator.run.allocation.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What there is too little of on the day of a run, and what a contact takes of it: capacity of the channel, caps of the
 * action, budgets that stop. An offer that goes out may be accepted, so each takes a unit of its action's caps and its
 * cost of the budgets for acceptances: who is asked can be told yes. A standing quote holds its unit already and takes no
 * other; its contact is paid for. Immutable.
 */
final class Scarcity {
    static final String BUDGET = "budget";
    static final int DECIMALS = 6;
    private static final long PLENTY = Long.MAX_VALUE / 4;

    private final Playbook playbook;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<Integer, Integer> channels = new HashMap<>();
    private final Map<Integer, Integer> caps = new HashMap<>();
    private final Map<Budget, Integer> budgets = new HashMap<>();

    /** @param counters what is used up already */
    Scarcity(Playbook playbook, State.Counters counters, ZonedDateTime at) {
        this.playbook = playbook;
        for (Channel channel : playbook.tables().channels()) {
            Integer capacity = channel.capacityPerDay();
            if (capacity != null) {
                long left = Math.max(0, capacity - counters.contactsToday(channel.name()));
                channels.put(channel.index(), add("channel", channel.name(), left));
            }
        }
        for (Action action : playbook.catalogue().actions()) {
            Long left = left(action, counters);
            if (left != null) {
                caps.put(action.index(), add("action", action.name(), left));
            }
        }
        for (Budget budget : playbook.tables().budgets()) {
            if (budget.stop() && budget.dates().contain(at)) {
                BigDecimal left = budget.amount().subtract(counters.spent(budget.id()));
                budgets.put(budget, add(BUDGET, budget.id(), floor(left)));
            }
        }
    }

    private int add(String kind, String name, long left) {
        resources.add(new Resource(kind, name, left));
        return resources.size() - 1;
    }

    /** Units left of an action today, or null when it has no caps. */
    private static @Nullable Long left(Action action, State.Counters counters) {
        Integer day = action.limits().maxPerDay();
        Integer total = action.limits().maxTotal();
        if (day == null && total == null) {
            return null;
        }
        long today = day == null ? PLENTY : day - counters.today(action.name());
        long ever = total == null ? PLENTY : total - counters.total(action.name());
        return Math.max(0, Math.min(today, ever));
    }

    private static long floor(BigDecimal money) {
        return Math.max(
                0,
                money.movePointRight(DECIMALS)
                        .setScale(0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(PLENTY))
                        .longValueExact());
    }

    private static long ceiling(BigDecimal money) {
        return money.movePointRight(DECIMALS).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** What a contact takes. */
    Needs needs(Choice choice) {
        Taken taken = new Taken();
        Integer channel = channels.get(choice.channel());
        if (channel != null) {
            taken.add(channel, 1);
        }
        own(choice, taken);
        return taken.needs();
    }

    /** Whether a contact takes anything that another on the same channel may not take. */
    boolean particular(Choice choice) {
        Taken taken = new Taken();
        own(choice, taken);
        return !taken.resources.isEmpty();
    }

    private void own(Choice choice, Taken taken) {
        Offer offer = choice.offer();
        Integer cap = caps.get(offer.action());
        if (cap != null && !offer.quoted()) {
            taken.add(cap, 1);
        }
        if (!budgets.isEmpty()) {
            budgets.forEach((budget, resource) -> taken.add(resource, charge(budget, choice)));
        }
    }

    private long charge(Budget budget, Choice choice) {
        Integer only = budget.channel();
        if (!budget.target().names(choice.offer().action()) || (only != null && only != choice.channel())) {
            return 0;
        }
        Channel channel = playbook.tables().channels().get(choice.channel());
        BigDecimal contact = budget.counts() == Budget.Counts.ACCEPTANCE ? BigDecimal.ZERO : channel.cost();
        boolean accepts =
                budget.counts() != Budget.Counts.CONTACT && !choice.offer().quoted();
        BigDecimal acceptance = accepts ? BigDecimal.valueOf(choice.offer().cost()) : BigDecimal.ZERO;
        return ceiling(contact.add(acceptance));
    }

    /** Gathers needs; nothing is no need. */
    private static final class Taken {
        private final List<Integer> resources = new ArrayList<>(3);
        private final List<Long> units = new ArrayList<>(3);

        void add(int resource, long amount) {
            if (amount > 0) {
                resources.add(resource);
                units.add(amount);
            }
        }

        Needs needs() {
            return new Needs(
                    resources.stream().mapToInt(Integer::intValue).toArray(),
                    units.stream().mapToLong(Long::longValue).toArray());
        }
    }
}
