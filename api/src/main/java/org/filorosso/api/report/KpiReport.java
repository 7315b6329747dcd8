package org.filorosso.api.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of kpis.csv, and the totals they are made of.
 *
 * @param figures in the order of kpis.csv
 * @param results one for all, or one for each value of {@code by}, in its order
 */
record KpiReport(About about, List<Figure> figures, List<Result> results) implements Report {

    /** A row of kpis.csv; {@code better} is {@code higher} or {@code lower}. */
    record Figure(String kpi, String title, String unit, String better, String goal, String guardrail, String owner) {}

    /**
     * The totals of one group.
     *
     * @param key of the group, or null for all
     * @param totals by name as formulas write them; null where events do not belong to an offer
     * @param events by event: its count and the sums of its numbers
     * @param values by figure; null where the formula has no answer, such as a division by nothing
     */
    record Result(
            @Nullable String key,
            Map<String, @Nullable BigDecimal> totals,
            Map<String, Map<String, BigDecimal>> events,
            Map<String, @Nullable BigDecimal> values) {}

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("key"));
        columns.addAll(KpiTotals.NAMES);
        figures.forEach(figure -> columns.add(figure.kpi()));
        return columns;
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Result result : results) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(result.key());
            KpiTotals.NAMES.forEach(name -> row.add(result.totals().get(name)));
            figures.forEach(figure -> row.add(result.values().get(figure.kpi())));
            rows.add(row);
        }
        return rows;
    }
}
