package org.filorosso.api.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.api.report.Report.About;
import org.filorosso.api.report.SubjectRows.Acceptance;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;
import org.jspecify.annotations.Nullable;

/** Adds up what the acceptances and contacts of a period cost each budget. */
final class BudgetCount {
    private static final MathContext SHOWN = new MathContext(10);

    private final Playbook playbook;
    private final Period period;
    private final List<Budget> budgets;
    private final double[] spent;
    private final long[] acceptances;
    private final HoldoutCount holdout;

    BudgetCount(Playbook playbook, Period period) {
        this.playbook = playbook;
        this.period = period;
        this.budgets = playbook.tables().budgets();
        this.spent = new double[budgets.size()];
        this.acceptances = new long[budgets.size()];
        this.holdout = new HoldoutCount(playbook, period);
    }

    void add(SubjectRows rows) {
        List<Decided> decisions = rows.decisions(period);
        if (!decisions.isEmpty()) {
            holdout.add(rows, decisions.get(decisions.size() - 1).arm().equals(ExperimentCount.HOLDOUT));
        }
        List<Acceptance> taken = rows.acceptances(period);
        List<Contacted> contacts = rows.contacts(period);
        for (int i = 0; i < budgets.size(); i++) {
            Budget budget = budgets.get(i);
            for (Acceptance one : taken) {
                boolean meant = names(budget, one.row().action())
                        && on(budget, one.row().channel())
                        && budget.dates()
                                .contain(one.row()
                                        .at()
                                        .atZone(playbook.settings().zone()));
                acceptances[i] += meant ? 1 : 0;
                spent[i] += meant && budget.counts() != Budget.Counts.CONTACT ? one.cost() : 0;
            }
            spent[i] += budget.counts() == Budget.Counts.ACCEPTANCE ? 0 : contacts(budget, contacts);
        }
    }

    /** An outbound contact costs once, whatever was said in it. */
    private double contacts(Budget budget, List<Contacted> contacts) {
        return contacts.stream()
                .filter(contact -> contact.direction() == Direction.OUTBOUND
                        && on(budget, contact.channel())
                        && budget.dates()
                                .contain(contact.at().atZone(playbook.settings().zone()))
                        && contact.shown().stream().anyMatch(one -> names(budget, one.action())))
                .mapToDouble(contact -> cost(contact.channel()))
                .sum();
    }

    private double cost(String name) {
        return playbook.tables().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .mapToDouble(channel -> channel.cost().doubleValue())
                .sum();
    }

    private boolean names(Budget budget, String name) {
        Action action = playbook.catalogue().find(name);
        return action != null && budget.target().names(action.index());
    }

    private boolean on(Budget budget, String name) {
        Channel only = channel(budget);
        return only == null || only.name().equals(name);
    }

    private @Nullable Channel channel(Budget budget) {
        Integer index = budget.channel();
        return index == null ? null : playbook.tables().channels().get(index);
    }

    BudgetReport report(About about, Map<Key, BigDecimal> used, Map<Key, BigDecimal> committed) {
        List<BudgetReport.Line> lines = new java.util.ArrayList<>();
        for (int i = 0; i < budgets.size(); i++) {
            lines.add(line(i, used, committed));
        }
        return new BudgetReport(about, lines);
    }

    private BudgetReport.Line line(int i, Map<Key, BigDecimal> used, Map<Key, BigDecimal> committed) {
        Budget budget = budgets.get(i);
        Channel channel = channel(budget);
        String runs = runs(budget);
        Key key = new Key(playbook.name(), "budget/" + budget.id(), runs);
        BigDecimal gone = used.getOrDefault(key, BigDecimal.ZERO);
        BigDecimal held = committed.getOrDefault(key, BigDecimal.ZERO);
        BigDecimal left = budget.amount().subtract(gone);
        double perDay = spent[i] / period.days();
        Double caused = holdout.caused(name -> names(budget, name));
        return new BudgetReport.Line(
                budget.id(),
                budget.target().path(),
                channel == null ? null : channel.name(),
                word(budget.per()),
                word(budget.counts()),
                budget.stop() ? "stop" : "warn",
                runs,
                plain(budget.amount()),
                plain(gone.subtract(held)),
                plain(held),
                plain(left),
                shown(spent[i]),
                acceptances[i],
                acceptances[i] == 0 ? null : shown(spent[i] / acceptances[i]),
                caused == null ? null : shown(caused),
                caused == null || caused <= 0 ? null : shown(spent[i] / caused),
                shown(perDay),
                runsOut(budget, left.doubleValue(), perDay));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private ZonedDateTime end() {
        // the end is exclusive: a period that ends at midnight is of the day before
        return period.to().minusMillis(1).atZone(playbook.settings().zone());
    }

    private String runs(Budget budget) {
        String day = end().toLocalDate().toString();
        return switch (budget.per()) {
            case DAY -> day;
            case MONTH -> day.substring(0, day.lastIndexOf('-'));
            case ALL -> "all";
        };
    }

    /** The day on which nothing is left; null when the budget begins anew, or ends, before. */
    private @Nullable LocalDate runsOut(Budget budget, double left, double perDay) {
        LocalDate today = end().toLocalDate();
        if (left <= 0) {
            return today;
        }
        if (perDay <= 0 || left / perDay > Duration.ofDays(36_500).toDays()) {
            return null;
        }
        long millis = (long) (left / perDay * Duration.ofDays(1).toMillis());
        LocalDate day = end().plus(Duration.ofMillis(millis)).toLocalDate();
        LocalDate last = switch (budget.per()) {
            case DAY -> today;
            case MONTH -> today.withDayOfMonth(today.lengthOfMonth());
            case ALL -> LocalDate.MAX;
        };
        boolean ends = day.isAfter(last)
                || !budget.dates().contain(day.atStartOfDay(playbook.settings().zone()));
        return ends ? null : day;
    }

    private static BigDecimal shown(double number) {
        return plain(BigDecimal.valueOf(number).round(SHOWN));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
