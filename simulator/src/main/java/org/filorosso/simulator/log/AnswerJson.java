package org.filorosso.simulator.log;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Treatment.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * A decision as the service answers it, on one line, with the subject's id and what the log keeps of a choice. Shared
 * between threads.
 */
public final class AnswerJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int EXPECTED = 2048;
    private static final Map<Part, String> OTHER_TEXTS =
            Map.of(Part.IF_NO, "ifNo", Part.LEGAL, "legal", Part.URL, "url", Part.IMAGE, "image");

    private final CandidateJson candidates;

    /** @param privacy what is not shown in explanations */
    public AnswerJson(Privacy privacy) {
        this.candidates = new CandidateJson(privacy);
    }

    /** One JSON object without line breaks. */
    public String line(Decision decision, Explain explain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
            write(json, decision, explain, Delivery.NONE);
        }
        return text.toString();
    }

    /** The same as it is answered to a caller, in UTF-8. */
    public byte[] utf8(Decision decision, Explain explain, Delivery delivery) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED);
        try (JsonGenerator json = JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), bytes)) {
            write(json, decision, explain, delivery);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator json, Decision decision, Explain explain, Delivery delivery) {
        json.writeStartObject();
        head(json, decision);
        text(json, "degraded", delivery.degraded());
        placements(json, decision, delivery);
        StageCode emptied = decision.noActionReason();
        text(json, "noActionReason", emptied == null ? null : emptied.code());
        explain(json, decision, explain);
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, Decision decision) {
        json.writeStringProperty("interactionId", decision.interactionId());
        json.writeStringProperty("subjectId", decision.subjectId());
        json.writeStringProperty("decidedAt", decision.at().toString());
        json.writeStringProperty("playbook", decision.playbook());
        json.writeStringProperty("revision", decision.revision());
        json.writeStringProperty("arm", decision.arm());
        json.writeObjectPropertyStart("variants");
        decision.variants().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variant -> json.writeStringProperty(variant.getKey(), variant.getValue()));
        json.writeEndObject();
        json.writeStringProperty("stage", decision.stage());
    }

    private static void placements(JsonGenerator json, Decision decision, Delivery delivery) {
        json.writeArrayPropertyStart("placements");
        for (Decision.Filled placement : decision.placements()) {
            json.writeStartObject();
            json.writeStringProperty("name", placement.name());
            json.writeArrayPropertyStart("results");
            placement.results().forEach(result -> result(json, result, delivery));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, Result result, Delivery delivery) {
        json.writeStartObject();
        json.writeNumberProperty("rank", result.rank());
        json.writeStringProperty("action", result.action());
        json.writeStringProperty("issue", result.issue());
        json.writeStringProperty("group", result.group());
        json.writeStringProperty("treatment", result.treatment());
        json.writeStringProperty("title", result.title());
        texts(json, result.texts());
        if (result.price() == null) {
            json.writeNullProperty("price");
        } else {
            json.writeNumberProperty("price", result.price());
        }
        json.writeNumberProperty("cost", result.cost());
        factors(json, result);
        json.writeStringProperty("reason", result.reason());
        json.writeArrayPropertyStart("because");
        result.because().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("fallback", result.fallback());
        text(json, "responseToken", delivery.token().apply(result));
        json.writeEndObject();
    }

    private static void factors(JsonGenerator json, Result result) {
        json.writeNumberProperty("priority", result.priority());
        json.writeNumberProperty("propensity", result.factors().propensity());
        json.writeNumberProperty("value", result.factors().value());
        json.writeNumberProperty("contextWeight", result.factors().contextWeight());
        json.writeNumberProperty("lever", result.factors().lever());
        json.writeNumberProperty("choicePropensity", result.choicePropensity());
    }

    private static void texts(JsonGenerator json, Map<Part, String> texts) {
        json.writeStringProperty("headline", texts.getOrDefault(Part.HEADLINE, ""));
        json.writeStringProperty("message", texts.getOrDefault(Part.MESSAGE, ""));
        json.writeStringProperty("script", texts.getOrDefault(Part.SCRIPT, ""));
        for (Part part : Part.values()) {
            String name = OTHER_TEXTS.get(part);
            if (name != null && texts.containsKey(part)) {
                json.writeStringProperty(name, texts.getOrDefault(part, ""));
            }
        }
    }

    private void explain(JsonGenerator json, Decision decision, Explain explain) {
        if (explain == Explain.NONE) {
            json.writeNullProperty("explain");
            return;
        }
        json.writeObjectPropertyStart("explain");
        json.writeArrayPropertyStart("stages");
        decision.stages().forEach(stage -> {
            json.writeStartObject();
            json.writeStringProperty("stage", stage.stage().code());
            json.writeNumberProperty("in", stage.in());
            json.writeNumberProperty("out", stage.out());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("candidates");
        decision.candidates().forEach(candidate -> candidates.write(json, candidate));
        json.writeEndArray();
        json.writeEndObject();
    }

    static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
