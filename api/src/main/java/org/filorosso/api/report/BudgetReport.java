package org.filorosso.api.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was planned, what is gone, and how long the rest lasts.
 *
 * @param budgets in the order of budgets.csv
 */
record BudgetReport(About about, List<Line> budgets) implements Report {

    /**
     * One budget, in the playbook's currency.
     *
     * @param channel null for all
     * @param per {@code day}, {@code month} or {@code all}
     * @param runs the day, month or {@code all} that the end of the report's period falls into
     * @param planned of that day, month or time
     * @param spent of it, by exact count
     * @param committed by quotes that stand, and may still be accepted
     * @param left planned less spent and committed
     * @param spentInPeriod of the report's period: what its acceptances and contacts cost
     * @param acceptances in the report's period
     * @param perAcceptance spent in the period for each; null of none
     * @param incremental acceptances more than without us, by the holdout; null where nobody is held out
     * @param perIncremental spent in the period for each of those; null where there are none
     * @param perDay the pace of the period
     * @param runsOut the day on which nothing is left at this pace; null when it lasts
     */
    record Line(
            String budget,
            String target,
            @Nullable String channel,
            String per,
            String counts,
            String atLimit,
            String runs,
            BigDecimal planned,
            BigDecimal spent,
            BigDecimal committed,
            BigDecimal left,
            BigDecimal spentInPeriod,
            long acceptances,
            @Nullable BigDecimal perAcceptance,
            @Nullable BigDecimal incremental,
            @Nullable BigDecimal perIncremental,
            BigDecimal perDay,
            @Nullable LocalDate runsOut) {}

    @Override
    public List<String> columns() {
        return List.of(
                "budget",
                "target",
                "channel",
                "per",
                "counts",
                "atLimit",
                "runs",
                "planned",
                "spent",
                "committed",
                "left",
                "spentInPeriod",
                "acceptances",
                "perAcceptance",
                "incremental",
                "perIncremental",
                "perDay",
                "runsOut");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line one : budgets) {
            List<@Nullable Object> row = new ArrayList<>(List.of(one.budget(), one.target()));
            row.add(one.channel());
            row.addAll(List.of(one.per(), one.counts(), one.atLimit(), one.runs(), one.planned(), one.spent()));
            row.addAll(List.of(one.committed(), one.left(), one.spentInPeriod(), one.acceptances()));
            row.add(one.perAcceptance());
            row.add(one.incremental());
            row.add(one.perIncremental());
            row.add(one.perDay());
            row.add(one.runsOut());
            rows.add(row);
        }
        return rows;
    }
}
