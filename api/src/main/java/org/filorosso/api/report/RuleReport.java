package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each rule does, by deciding a sample of the latest decisions again: from the facts that they read, by the live
 * revision, with all rules and without each one that might have mattered.
 *
 * @param decisions of the sample
 * @param leftOut decisions whose facts are gone
 * @param priority of the first results, summed, with all rules
 * @param contacts decisions of the sample with an action, with all rules
 * @param rules largest effect first
 */
record RuleReport(About about, long decisions, long leftOut, double priority, long contacts, List<Rule> rules)
        implements Report {

    /**
     * One row of engagement, contact policy, arbitration, coherence or journeys.
     *
     * @param fired decisions in which its conditions held
     * @param dropped candidates that it took away
     * @param changed decisions whose first result is another one without it
     * @param priorityGained what it adds to the priority of first results: negative is what it costs
     * @param contactsGained what it adds to the decisions with an action: negative is what it costs
     */
    record Rule(
            String table,
            String rule,
            String source,
            String reason,
            long fired,
            long dropped,
            long changed,
            double priorityGained,
            long contactsGained) {}

    @Override
    public List<String> columns() {
        return List.of(
                "table", "rule", "source", "reason", "fired", "dropped", "changed", "priorityGained", "contactsGained");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Rule one : rules) {
            List<@Nullable Object> row = new ArrayList<>();
            row.addAll(List.of(one.table(), one.rule(), one.source(), one.reason(), one.fired(), one.dropped()));
            row.addAll(List.of(one.changed(), one.priorityGained(), one.contactsGained()));
            rows.add(row);
        }
        return rows;
    }
}
