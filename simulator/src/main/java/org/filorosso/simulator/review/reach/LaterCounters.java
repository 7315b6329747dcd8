package org.filorosso.simulator.review.reach;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Playbook;

/**
 * The counters of a later day, if nothing more is used up until then: what is counted by the day begins anew, so do the
 * budgets of a month that has ended, and totals stay.
 *
 * @param today the counters as of {@code day}
 * @param later a day after {@code day}
 */
record LaterCounters(Playbook playbook, State.Counters today, LocalDate day, LocalDate later)
        implements State.Counters {

    @Override
    public long total(String action) {
        return today.total(action);
    }

    @Override
    public BigDecimal spent(String budget) {
        return playbook.tables().budgets().stream()
                .filter(one -> one.id().equals(budget) && lasts(one.per()))
                .findFirst()
                .map(one -> today.spent(budget))
                .orElse(BigDecimal.ZERO);
    }

    private boolean lasts(Budget.Per per) {
        boolean month = day.getYear() == later.getYear() && day.getMonth() == later.getMonth();
        return per == Budget.Per.ALL || (per == Budget.Per.MONTH && month);
    }
}
