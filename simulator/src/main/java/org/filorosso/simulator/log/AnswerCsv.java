package org.filorosso.simulator.log;

import java.util.List;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;

/** Decisions as CSV for people: one row a result; a customer with no action is one row with rank and action empty. */
public final class AnswerCsv {
    private static final List<String> COLUMNS = List.of(
            "id",
            "placement",
            "rank",
            "action",
            "treatment",
            "priority",
            "propensity",
            "value",
            "contextWeight",
            "lever",
            "price",
            "reason");

    private AnswerCsv() {}

    public static String header() {
        return new CsvText().row(COLUMNS.toArray(String[]::new)).toString();
    }

    /** The rows of one decision. Where there is no action, the reason is the stage that emptied the answer. */
    public static String rows(Decision decision) {
        CsvText csv = new CsvText();
        decision.placements()
                .forEach(placement -> placement.results().forEach(result -> result(csv, decision, placement, result)));
        if (decision.results().isEmpty()) {
            nothing(csv, decision);
        }
        return csv.toString();
    }

    private static void result(CsvText csv, Decision decision, Decision.Filled placement, Result result) {
        csv.text(decision.subjectId())
                .text(placement.name())
                .number(result.rank())
                .text(result.action())
                .text(result.treatment())
                .number(result.priority())
                .number(result.factors().propensity())
                .number(result.factors().value())
                .number(result.factors().contextWeight())
                .number(result.factors().lever())
                .number(result.price())
                .text(result.reason())
                .end();
    }

    private static void nothing(CsvText csv, Decision decision) {
        var emptied = decision.noActionReason();
        csv.text(decision.subjectId());
        for (int i = 1; i < COLUMNS.size() - 1; i++) {
            csv.text("");
        }
        csv.text(emptied == null ? "" : emptied.code()).end();
    }
}
