package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.Used;

/**
 * What is used up over all customers of one arm. Decisions read it from any thread while nobody writes; grants are given
 * by one thread, in the order of the customers, so that no cap, capacity or budget is ever exceeded and nothing depends on
 * the number of threads.
 */
final class Ledger {
    private final Playbook playbook;
    private final Used used = new Used();
    private final Map<Held, Reservation> reserved = new HashMap<>();
    private final PriorityQueue<Reservation> lapsing =
            new PriorityQueue<>(java.util.Comparator.comparing(Reservation::until)
                    .thenComparing(reservation -> reservation.held().subject())
                    .thenComparing(reservation -> reservation.held().action()));
    private LocalDate date = LocalDate.MIN;

    Ledger(Playbook playbook) {
        this.playbook = playbook;
    }

    /** Whose unit of which action. */
    record Held(String subject, String action) {}

    /** A unit that a standing quote keeps, and what it keeps of budgets. */
    record Reservation(Held held, Instant until, Channel channel, BigDecimal cost) {}

    /** A new day: what is counted by day begins anew, by month on its first; quotes that have lapsed give back. */
    void begin(LocalDate day, Instant now) {
        boolean month = day.getMonthValue() != date.getMonthValue() || day.getYear() != date.getYear();
        date = day;
        used.beginDay();
        for (Budget budget : playbook.tables().budgets()) {
            if (budget.per() == Budget.Per.DAY || (budget.per() == Budget.Per.MONTH && month)) {
                used.beginBudget(budget.id());
            }
        }
        while (!lapsing.isEmpty() && !lapsing.element().until().isAfter(now)) {
            Reservation lapsed = lapsing.remove();
            if (reserved.remove(lapsed.held(), lapsed)) {
                used.addTotal(lapsed.held().action(), -1);
                charge(lapsed.held().action(), lapsed.channel(), lapsed.cost().negate(), false);
            }
        }
    }

    /** What decisions are told of it. */
    State.Counters used() {
        return used;
    }

    /** Whether there is room for one more outbound contact that begins with an action. */
    boolean hasRoom(Channel channel, Action action) {
        Integer capacity = channel.capacityPerDay();
        return (capacity == null || used.contactsToday(channel.name()) < capacity)
                && affords(action, channel, channel.cost(), true);
    }

    /** Books an outbound contact. */
    void contact(Channel channel, Action action) {
        used.addContact(channel.name());
        charge(action.name(), channel, channel.cost(), true);
    }

    /** Whether an action may still be offered to a customer: he holds a unit of it, or one is left to accept. */
    boolean mayOffer(String subject, Action action, Channel channel, BigDecimal cost) {
        return reserved.containsKey(new Held(subject, action.name())) || left(action, channel, cost);
    }

    private boolean left(Action action, Channel channel, BigDecimal cost) {
        Integer daily = action.limits().maxPerDay();
        return (daily == null || used.today(action.name()) < daily)
                && unitLeft(action)
                && affords(action, channel, cost, false);
    }

    /** Keeps a unit for terms that were presented; again does nothing. */
    void quote(Held held, Action action, Instant until, Channel channel, BigDecimal cost) {
        if (counted(action) && !reserved.containsKey(held)) {
            Reservation reservation = new Reservation(held, until, channel, cost);
            reserved.put(held, reservation);
            lapsing.add(reservation);
            used.addTotal(action.name(), 1);
            charge(action.name(), channel, cost, false);
        }
    }

    /**
     * Takes a unit for an acceptance; false where none is left. One that a standing quote keeps is taken whatever the day's
     * counter has reached, since the terms have to be honoured: so does the service.
     */
    boolean accept(String subject, Action action, Channel channel, BigDecimal cost) {
        Reservation kept = reserved.remove(new Held(subject, action.name()));
        if (kept != null) {
            used.addToday(action.name(), 1);
            return true;
        }
        if (!left(action, channel, cost)) {
            return false;
        }
        used.addToday(action.name(), 1);
        used.addTotal(action.name(), 1);
        charge(action.name(), channel, cost, false);
        return true;
    }

    /** Books what a customer's past has used up. */
    void past(String action, long units) {
        used.addTotal(action, units);
    }

    private boolean unitLeft(Action action) {
        Integer most = action.limits().maxTotal();
        return most == null || used.total(action.name()) < most;
    }

    /** Whether a quote of the action has to keep anything. */
    private boolean counted(Action action) {
        return action.limits().quoteValid() != null
                && (action.limits().maxTotal() != null
                        || playbook.tables().budgets().stream()
                                .anyMatch(budget -> budget.stop()
                                        && budget.counts() != Budget.Counts.CONTACT
                                        && budget.target().names(action.index())));
    }

    private boolean affords(Action action, Channel channel, BigDecimal cost, boolean contact) {
        for (Budget budget : playbook.tables().budgets()) {
            if (budget.stop()
                    && binds(budget, action, channel, contact)
                    && used.spent(budget.id()).add(cost).compareTo(budget.amount()) > 0) {
                return false;
            }
        }
        return true;
    }

    private void charge(String name, Channel channel, BigDecimal cost, boolean contact) {
        Action action = playbook.catalogue().find(name);
        if (action == null || cost.signum() == 0) {
            return;
        }
        for (Budget budget : playbook.tables().budgets()) {
            if (binds(budget, action, channel, contact)) {
                used.spend(budget.id(), cost);
            }
        }
    }

    private boolean binds(Budget budget, Action action, Channel channel, boolean contact) {
        Integer only = budget.channel();
        boolean here = only == null || only == channel.index();
        Budget.Counts other = contact ? Budget.Counts.ACCEPTANCE : Budget.Counts.CONTACT;
        return here
                && budget.counts() != other
                && budget.target().names(action.index())
                && budget.dates().contain(date.atStartOfDay(playbook.settings().zone()));
    }
}
