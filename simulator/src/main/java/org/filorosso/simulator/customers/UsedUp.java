package org.filorosso.simulator.customers;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;

/**
 * What the history says is used up: acceptances of today and ever with the units that standing quotes reserve, contacts of
 * today per channel, and the contact costs of budgets. What acceptances cost is a rule over each customer and is not
 * charged to budgets here.
 */
final class UsedUp {
    private final Used used = new Used();
    private final Playbook playbook;
    private final ZonedDateTime at;
    private final Map<String, Channel> channels = new HashMap<>();

    private UsedUp(Playbook playbook, ZonedDateTime at) {
        this.playbook = playbook;
        this.at = at;
        playbook.tables().channels().forEach(channel -> channels.put(channel.name(), channel));
    }

    static State.Counters of(Playbook playbook, Pasts pasts, ZonedDateTime at) {
        if (pasts.isEmpty()) {
            return State.Counters.NONE;
        }
        UsedUp counting = new UsedUp(playbook, at);
        pasts.ids().forEach(id -> counting.count(pasts.interactions(id)));
        return counting.used;
    }

    private void count(Iterable<Interaction> rows) {
        Set<String> contacted = new HashSet<>();
        Set<String> accepted = new HashSet<>();
        for (Interaction row : rows) {
            if (!row.at().isAfter(at.toInstant())) {
                acceptance(row, accepted);
                contact(row, contacted);
            }
        }
        reserve(rows, accepted);
    }

    private void acceptance(Interaction row, Set<String> accepted) {
        if (row.outcome() == Outcome.ACCEPTED || row.outcome() == Outcome.REVERSED) {
            long step = row.outcome() == Outcome.ACCEPTED ? 1 : -1;
            used.addTotal(row.action(), step);
            if (day(row).equals(at.toLocalDate())) {
                used.addToday(row.action(), step);
            }
            accepted.add(row.action());
        }
    }

    /** An interaction is one contact, however many rows tell of it. */
    private void contact(Interaction row, Set<String> contacted) {
        Channel channel = channels.get(row.channel());
        if (channel == null || row.direction() != Direction.OUTBOUND || !contacted.add(row.id())) {
            return;
        }
        if (day(row).equals(at.toLocalDate())) {
            used.addContact(row.channel());
        }
        playbook.tables().budgets().forEach(budget -> charge(budget, row, channel));
    }

    private void charge(Budget budget, Interaction row, Channel channel) {
        Action action = playbook.catalogue().find(row.action());
        Integer only = budget.channel();
        boolean meant = action != null
                && budget.target().names(action.index())
                && (only == null || only == channel.index())
                && budget.counts() != Budget.Counts.ACCEPTANCE;
        if (meant && inPeriod(budget.per(), day(row))) {
            used.spend(budget.id(), channel.cost());
        }
    }

    private boolean inPeriod(Budget.Per per, LocalDate day) {
        return switch (per) {
            case ALL -> true;
            case DAY -> day.equals(at.toLocalDate());
            case MONTH -> day.getYear() == at.getYear() && day.getMonthValue() == at.getMonthValue();
        };
    }

    /** A standing quote holds one unit of its action, until it is taken or lapses. */
    private void reserve(Iterable<Interaction> rows, Set<String> accepted) {
        java.util.List<Interaction> all = new java.util.ArrayList<>();
        rows.forEach(all::add);
        StandingQuotes.of(playbook, all).stream()
                .filter(quote ->
                        at.toInstant().isBefore(quote.until()) && !quote.at().isAfter(at.toInstant()))
                .map(State.Quote::action)
                .distinct()
                .filter(action -> !accepted.contains(action))
                .forEach(action -> used.addTotal(action, 1));
    }

    private LocalDate day(Interaction row) {
        return row.at().atZone(at.getZone()).toLocalDate();
    }
}
