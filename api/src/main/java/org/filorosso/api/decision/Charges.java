package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** What a decision uses up by being made: an outbound contact takes of its channel's day, and of budgets that count contacts. */
final class Charges {
    static final String CONTACTS = "contacts/";
    static final String BUDGET = "budget/";

    private Charges() {}

    /**
     * One counter and what is added to it.
     *
     * @param limit what it may reach, or null for none
     */
    record Charge(Key key, BigDecimal amount, @Nullable BigDecimal limit) {}

    /**
     * What is to be charged.
     *
     * @param waived names of counters that were shown as used up: the playbook insists, as on a standing quote
     */
    static List<Charge> of(Playbook playbook, Request request, Decision decision, Set<String> waived) {
        if (request.direction() != Direction.OUTBOUND || decision.results().isEmpty()) {
            return List.of();
        }
        ZonedDateTime now = request.at().atZone(playbook.settings().zone());
        Channel channel = channel(playbook, request.channel());
        List<Charge> charges = new ArrayList<>();
        Integer capacity = channel.capacityPerDay();
        if (capacity != null) {
            Key key = new Key(
                    playbook.name(),
                    CONTACTS + channel.name(),
                    now.toLocalDate().toString());
            charges.add(new Charge(key, BigDecimal.ONE, BigDecimal.valueOf(capacity)));
        }
        Set<Integer> offered = offered(playbook, decision);
        playbook.tables().budgets().stream()
                .filter(budget -> pays(budget, channel, now, offered))
                .forEach(budget -> charges.add(charge(playbook, budget, channel, now)));
        return charges.stream().map(charge -> waived(charge, waived)).toList();
    }

    private static Charge waived(Charge charge, Set<String> waived) {
        return waived.contains(charge.key().name()) ? new Charge(charge.key(), charge.amount(), null) : charge;
    }

    private static Channel channel(Playbook playbook, String name) {
        return playbook.tables().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Integer> offered(Playbook playbook, Decision decision) {
        return decision.results().stream()
                .map(result -> playbook.catalogue().find(result.action()))
                .filter(action -> action != null)
                .map(Action::index)
                .collect(Collectors.toSet());
    }

    /** A contact is paid once by each budget that one of its actions belongs to. */
    private static boolean pays(Budget budget, Channel channel, ZonedDateTime now, Set<Integer> offered) {
        Integer only = budget.channel();
        return budget.counts() != Budget.Counts.ACCEPTANCE
                && (only == null || only == channel.index())
                && budget.dates().contain(now)
                && channel.cost().signum() > 0
                && offered.stream().anyMatch(action -> budget.target().names(action));
    }

    private static Charge charge(Playbook playbook, Budget budget, Channel channel, ZonedDateTime now) {
        String period = switch (budget.per()) {
            case DAY -> now.toLocalDate().toString();
            case MONTH -> now.toLocalDate().toString().substring(0, 7);
            case ALL -> "all";
        };
        Key key = new Key(playbook.name(), BUDGET + budget.id(), period);
        return new Charge(key, channel.cost(), budget.stop() ? budget.amount() : null);
    }
}
