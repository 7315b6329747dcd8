package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.playbook.Kpi;
import org.jspecify.annotations.Nullable;

/** The figures of kpis.csv over one arm, from the same totals as the service's reports. */
final class SharedFigures {
    private SharedFigures() {}

    /**
     * The figures by name, in their order; one that reads totals which a simulation does not keep, or divides by nothing, is
     * left out.
     *
     * @param sums over the customers, by column of customers.csv
     */
    static Map<String, BigDecimal> of(List<Kpi> kpis, long customers, Map<String, Double> sums) {
        Map<String, Double> totals = totals(customers, sums);
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (Kpi kpi : kpis) {
            double figure = value(kpi, totals);
            if (Double.isFinite(figure)) {
                figures.put(kpi.name(), Figures.of(figure));
            }
        }
        return figures;
    }

    /**
     * The totals that a simulation keeps, by the names that formulas know; of one customer as of many.
     *
     * @param sums by column of customers.csv
     */
    static Map<String, Double> totals(long customers, Map<String, Double> sums) {
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("customers", (double) customers);
        totals.put("acceptances", sums.getOrDefault("accepted", 0.0));
        totals.put("cost", sums.getOrDefault("cost", 0.0) + sums.getOrDefault("contactCost", 0.0));
        totals.put("opt outs", sums.getOrDefault("optOuts", 0.0));
        for (String same : List.of("value", "contacts", "churned", "promoters", "detractors", "surveyed", "revenue")) {
            totals.put(same, sums.getOrDefault(same, 0.0));
        }
        return totals;
    }

    /** A figure of totals; not finite where it cannot be told. */
    static double value(Kpi kpi, Map<String, Double> totals) {
        @Nullable Object[] slots = new @Nullable Object[kpi.totals().size()];
        totals.forEach((name, total) -> kpi.totals().find(name).ifPresent(slot -> slots[slot] = Figures.of(total)));
        return kpi.formula().value(new Totals(slots)) instanceof BigDecimal figure ? figure.doubleValue() : Double.NaN;
    }

    /** What a formula reads. */
    private record Totals(@Nullable Object[] slots) implements Reading {
        @Override
        public @Nullable Object value(int slot) {
            return slots[slot];
        }

        @Override
        public double number(int slot) {
            return slots[slot] instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
        }
    }
}
