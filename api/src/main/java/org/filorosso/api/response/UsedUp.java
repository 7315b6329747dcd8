package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Playbook;

/** The counters of a playbook as a decision at some time asks for them. */
record UsedUp(Playbook playbook, ZonedDateTime at, Map<Key, BigDecimal> figures) implements State.Counters {

    @Override
    public long today(String action) {
        return figure("acceptances/" + action, day()).longValue();
    }

    @Override
    public long total(String action) {
        return figure("acceptances/" + action, Charges.ALL).longValue();
    }

    @Override
    public long contactsToday(String channel) {
        return figure("contacts/" + channel, day()).longValue();
    }

    @Override
    public BigDecimal spent(String budget) {
        return playbook.tables().budgets().stream()
                .filter(known -> known.id().equals(budget))
                .findFirst()
                .map(known -> figure("budget/" + budget, period(known.per())))
                .orElse(BigDecimal.ZERO);
    }

    private String period(Budget.Per per) {
        return switch (per) {
            case DAY -> day();
            case MONTH -> month(at.toLocalDate());
            case ALL -> Charges.ALL;
        };
    }

    private String day() {
        return at.toLocalDate().toString();
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, "2026-11".length());
    }

    private BigDecimal figure(String name, String period) {
        return figures.getOrDefault(new Key(playbook.name(), name, period), BigDecimal.ZERO);
    }
}
