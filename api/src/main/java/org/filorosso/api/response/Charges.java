package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Which counters a response is put on, by the revision that it answers to. */
final class Charges {
    static final String ALL = "all";

    private final Response response;
    private final Playbook playbook;
    private final ZonedDateTime at;
    private final @Nullable Action action;

    private Charges(Response response) {
        this.response = response;
        this.playbook = response.playbook();
        this.at = response.at().atZone(playbook.settings().zone());
        this.action = response.action();
    }

    /** Of an acceptance: a unit of the day, a unit of all, and its cost. */
    static List<Charge> acceptance(Response response) {
        Charges of = new Charges(response);
        List<Charge> charges = of.reserved();
        charges.add(of.today());
        return charges;
    }

    /** Of terms quoted: a unit of all, and its cost. */
    static List<Charge> reservation(Response response) {
        return new Charges(response).reserved();
    }

    /** Of taking a reserved unit: the day's counter, whatever it has reached, since the terms have to be honoured. */
    static Charge taken(Response response) {
        return new Charges(response).today().unlimited();
    }

    /** Of an outbound contact: the channel's capacity, and its cost. */
    static List<Charge> contact(Response response) {
        Charges of = new Charges(response);
        List<Charge> charges = new ArrayList<>();
        Channel channel = of.channel();
        Integer capacity = channel == null ? null : channel.capacityPerDay();
        charges.add(of.unit("contacts/" + response.channel(), of.day(), capacity));
        if (channel != null) {
            of.budgets(Budget.Counts.CONTACT, channel.cost(), charges);
        }
        return charges;
    }

    private List<Charge> reserved() {
        List<Charge> charges = new ArrayList<>();
        Integer most = action == null ? null : action.limits().maxTotal();
        charges.add(unit("acceptances/" + response.proposal().action(), ALL, most));
        budgets(Budget.Counts.ACCEPTANCE, response.cost(), charges);
        return charges;
    }

    private Charge today() {
        Integer most = action == null ? null : action.limits().maxPerDay();
        return unit("acceptances/" + response.proposal().action(), day(), most);
    }

    private Charge unit(String name, String period, @Nullable Integer most) {
        return new Charge(
                new Key(playbook.name(), name, period), BigDecimal.ONE, most == null ? null : BigDecimal.valueOf(most));
    }

    private void budgets(Budget.Counts counts, BigDecimal amount, List<Charge> charges) {
        if (action == null || amount.signum() <= 0) {
            return;
        }
        for (Budget budget : playbook.tables().budgets()) {
            boolean counted = budget.counts() == counts || budget.counts() == Budget.Counts.BOTH;
            if (counted && budget.target().names(action.index()) && meant(budget)) {
                Key key = new Key(playbook.name(), "budget/" + budget.id(), period(budget.per()));
                charges.add(new Charge(key, amount, budget.stop() ? budget.amount() : null));
            }
        }
    }

    private boolean meant(Budget budget) {
        Integer only = budget.channel();
        Channel channel = channel();
        return budget.dates().contain(at) && (only == null || (channel != null && only == channel.index()));
    }

    private String period(Budget.Per per) {
        return switch (per) {
            case DAY -> day();
            case MONTH -> day().substring(0, "2026-11".length());
            case ALL -> ALL;
        };
    }

    private String day() {
        return at.toLocalDate().toString();
    }

    private @Nullable Channel channel() {
        return playbook.tables().channels().stream()
                .filter(channel -> channel.name().equals(response.channel()))
                .findFirst()
                .orElse(null);
    }
}
