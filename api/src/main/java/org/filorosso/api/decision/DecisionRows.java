package org.filorosso.api.decision;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.StageCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes rows of decisions. */
final class DecisionRows {
    private static final JsonFactory JSON = new JsonFactory();

    private DecisionRows() {}

    static DecisionRow of(Made made) {
        Decision decision = made.decision();
        Facts.Packed facts = FactsWriter.pack(made.facts(), made.read());
        return new DecisionRow(
                decision.interactionId(),
                decision.at(),
                decision.subjectId(),
                made.facts().subject().household(),
                decision.playbook(),
                decision.revision(),
                decision.arm(),
                variants(decision.variants()),
                made.facts().request().channel(),
                made.facts().request().direction().code(),
                decision.stage(),
                results(decision),
                stages(decision),
                code(decision.noActionReason()),
                made.degraded(),
                facts.bytes(),
                facts.digest());
    }

    private static @Nullable String code(@Nullable StageCode stage) {
        return stage == null ? null : stage.code();
    }

    private static String variants(Map<String, String> variants) {
        return variants.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variant -> variant.getKey() + "=" + variant.getValue())
                .collect(Collectors.joining("|"));
    }

    private static String results(Decision decision) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            decision.placements()
                    .forEach(filled -> filled.results().forEach(result -> result(json, filled.name(), result)));
            json.writeEndArray();
        }
        return text.toString();
    }

    /** In the order of decisions.csv from placement to fallback, without the stage. */
    private static void result(JsonGenerator json, String placement, Result result) {
        json.writeStartArray();
        json.writeString(placement);
        json.writeNumber(result.rank());
        json.writeString(result.action());
        json.writeString(result.issue());
        json.writeString(result.group());
        json.writeString(result.treatment());
        json.writeNumber(result.factors().propensity());
        json.writeNumber(result.factors().value());
        json.writeNumber(result.factors().contextWeight());
        json.writeNumber(result.factors().lever());
        json.writeNumber(result.priority());
        json.writeNumber(result.choicePropensity());
        BigDecimal price = result.price();
        json.writeNumber(price);
        json.writeNumber(result.cost());
        json.writeBoolean(result.fallback());
        json.writeEndArray();
    }

    private static String stages(Decision decision) {
        StringBuilder text = new StringBuilder("{");
        decision.stages()
                .forEach(stage -> text.append(text.length() > 1 ? "," : "")
                        .append('"')
                        .append(stage.stage().code())
                        .append("\":[")
                        .append(stage.in())
                        .append(',')
                        .append(stage.out())
                        .append(']'));
        return text.append('}').toString();
    }
}
