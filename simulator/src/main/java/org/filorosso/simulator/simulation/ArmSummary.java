package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Kpi;

/**
 * The figures of one arm.
 *
 * @param kpis the figures that all teams share, by name, as the control's kpis.csv defines them
 * @param metrics by name, in the order in which they are shown; shares 0..1, money in the playbook's currency
 */
public record ArmSummary(String arm, Map<String, BigDecimal> kpis, Map<String, BigDecimal> metrics) {
    private static final double MONTH = 30;
    private static final double PERCENT = 100;

    /**
     * From sums over the customers.
     *
     * @param sums by column of customers.csv
     */
    static ArmSummary of(String arm, List<Kpi> kpis, long customers, int days, Map<String, Double> sums) {
        Sums of = new Sums(sums);
        Map<String, BigDecimal> metrics = new LinkedHashMap<>();
        metrics.put("customers", BigDecimal.valueOf(customers));
        metrics.put("decisions", of.sum("decisions"));
        metrics.put("contacts", of.sum("contacts"));
        metrics.put("outboundContacts", of.sum("outboundContacts"));
        metrics.put("contactsPerCustomer", Figures.ratio(of.at("contacts"), customers));
        metrics.put("presented", of.sum("presented"));
        metrics.put("accepted", of.sum("accepted"));
        metrics.put("acceptance", Figures.ratio(of.at("accepted"), of.at("presented")));
        metrics.put("conversions", of.sum("converted"));
        metrics.put("conversion", Figures.ratio(of.at("converted"), customers));
        metrics.put("value", of.sum("value"));
        metrics.put("cost", of.sum("cost"));
        metrics.put("contactCost", of.sum("contactCost"));
        metrics.put("margin", of.sum("margin"));
        metrics.put("marginPerCustomer", Figures.ratio(of.at("margin"), customers));
        metrics.put("roi", Figures.ratio(of.at("margin"), of.at("cost") + of.at("contactCost")));
        metrics.put("revenue", of.sum("revenue"));
        metrics.put("arpu", Figures.ratio(of.at("revenue") * MONTH / days, customers));
        metrics.put("satisfaction", Figures.ratio(of.at("satisfaction"), customers));
        metrics.put("surveyed", of.sum("surveyed"));
        metrics.put("nps", Figures.ratio(PERCENT * (of.at("promoters") - of.at("detractors")), of.at("surveyed")));
        metrics.put("churned", of.sum("churned"));
        metrics.put("churn", Figures.ratio(of.at("churned"), customers));
        metrics.put("optOuts", of.sum("optOuts"));
        metrics.put("optOutsPerContact", Figures.ratio(of.at("optOuts"), of.at("outboundContacts")));
        metrics.put("withoutAction", Figures.ratio(customers - of.at("reached"), customers));
        metrics.put("emptyAnswers", Figures.ratio(of.at("noAction"), of.at("decisions")));
        metrics.put("optionality", Figures.ratio(of.at("candidates"), of.at("decisions")));
        metrics.put("turnedAway", of.sum("turnedAway"));
        metrics.put("fulfilled", of.sum("fulfilled"));
        metrics.put("failed", of.sum("failed"));
        return new ArmSummary(
                arm,
                Collections.unmodifiableMap(SharedFigures.of(kpis, customers, sums)),
                Collections.unmodifiableMap(metrics));
    }

    private record Sums(Map<String, Double> sums) {
        double at(String column) {
            return sums.getOrDefault(column, 0.0);
        }

        BigDecimal sum(String column) {
            return Figures.of(at(column));
        }
    }
}
