package org.filorosso.simulator.log;

import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The decision log's {@code decisions.csv}: one row a result; an empty answer is one row with empty action and its
 * {@code noActionReason}.
 */
public final class DecisionLog {
    /** Name of the file in a log's folder. */
    public static final String FILE = LogTable.DECISIONS.file("csv");

    private DecisionLog() {}

    public static String header() {
        return new CsvText()
                .row(LogTable.DECISIONS.columns().toArray(String[]::new))
                .toString();
    }

    /** The rows of one decision. */
    public static String rows(Subject subject, Request request, Decision decision) {
        CsvText csv = new CsvText();
        for (Decision.Filled placement : decision.placements()) {
            for (Result result : placement.results()) {
                head(csv, subject, request, decision);
                result(csv, placement.name(), decision.stage(), result);
            }
        }
        if (decision.results().isEmpty()) {
            head(csv, subject, request, decision);
            nothing(csv, decision);
        }
        return csv.toString();
    }

    private static void head(CsvText csv, Subject subject, Request request, Decision decision) {
        csv.text(decision.interactionId())
                .text(decision.at().toString())
                .text(decision.subjectId())
                .text(subject.household())
                .text(decision.playbook())
                .text(decision.revision())
                .text(decision.arm())
                .text(variants(decision.variants()))
                .text(request.channel())
                .text(request.direction().code());
    }

    /** {@code script=A|price=B}, by the experiment's name. */
    private static String variants(Map<String, String> variants) {
        return variants.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variant -> variant.getKey() + "=" + variant.getValue())
                .collect(Collectors.joining("|"));
    }

    private static void result(CsvText csv, String placement, String stage, Result result) {
        csv.text(placement)
                .number(result.rank())
                .text(result.action())
                .text(result.issue())
                .text(result.group())
                .text(result.treatment())
                .text(stage)
                .number(result.factors().propensity())
                .number(result.factors().value())
                .number(result.factors().contextWeight())
                .number(result.factors().lever())
                .number(result.priority())
                .number(result.choicePropensity())
                .number(result.price())
                .number(result.cost())
                .text(Boolean.toString(result.fallback()))
                .text("")
                .end();
    }

    private static void nothing(CsvText csv, Decision decision) {
        for (int i = 0; i < 6; i++) {
            csv.text("");
        }
        csv.text(decision.stage());
        for (int i = 0; i < 9; i++) {
            csv.text("");
        }
        csv.text(reason(decision)).end();
    }

    private static @Nullable String reason(Decision decision) {
        var emptied = decision.noActionReason();
        return emptied == null ? null : emptied.code();
    }
}
