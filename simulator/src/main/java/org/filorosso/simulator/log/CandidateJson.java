package org.filorosso.simulator.log;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision.Factors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** One candidate of an explanation as JSON: fields that mean nothing for it are left out. */
final class CandidateJson {
    private final Privacy privacy;

    CandidateJson(Privacy privacy) {
        this.privacy = privacy;
    }

    void write(JsonGenerator json, Candidate candidate) {
        json.writeStartObject();
        json.writeStringProperty("action", candidate.action());
        json.writeStringProperty("issue", candidate.issue());
        json.writeStringProperty("group", candidate.group());
        json.writeStringProperty("outcome", candidate.offered() ? "offered" : "dropped");
        json.writeStringProperty("stage", candidate.stage().code());
        Why why = candidate.why();
        if (why != null) {
            why(json, why);
        }
        if (candidate.offered()) {
            json.writeNumberProperty("rank", candidate.rank());
        }
        factors(json, candidate);
        if (!candidate.because().isEmpty()) {
            because(json, candidate);
        }
        json.writeEndObject();
    }

    private static void factors(JsonGenerator json, Candidate candidate) {
        Double priority = candidate.priority();
        if (priority != null) {
            json.writeNumberProperty("priority", priority);
        }
        Factors factors = candidate.factors();
        if (factors != null) {
            json.writeObjectPropertyStart("factors");
            json.writeNumberProperty("P", factors.propensity());
            json.writeNumberProperty("C", factors.contextWeight());
            json.writeNumberProperty("V", factors.value());
            json.writeNumberProperty("L", factors.lever());
            json.writeEndObject();
        }
    }

    private static void because(JsonGenerator json, Candidate candidate) {
        json.writeArrayPropertyStart("because");
        candidate.because().forEach(reason -> {
            json.writeStartObject();
            json.writeStringProperty("rule", reason.rule());
            json.writeStringProperty("source", reason.source());
            json.writeStringProperty("reason", reason.reason());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void why(JsonGenerator json, Why why) {
        json.writeStringProperty("rule", why.rule());
        json.writeStringProperty("source", why.source());
        FailedTest test = why.test();
        if (test != null) {
            test(json, test);
        }
        json.writeStringProperty("reason", why.reason());
        if (!why.near().isEmpty()) {
            json.writeArrayPropertyStart("near");
            why.near().forEach(near -> {
                json.writeStartObject();
                json.writeStringProperty("rule", near.rule());
                json.writeNumberProperty("failed", near.failed());
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        Limit limit = why.limit();
        if (limit != null) {
            limit(json, limit);
        }
    }

    private void test(JsonGenerator json, FailedTest test) {
        json.writeStringProperty("column", test.column());
        json.writeStringProperty("expected", test.expected());
        json.writeName("actual");
        value(json, privacy.hides(test.column()) && test.actual() != null ? Privacy.HIDDEN : test.actual());
        json.writeStringProperty("verdict", test.unknown() ? "unknown" : "false");
        if (test.missing() != null) {
            json.writeStringProperty("missing", test.missing());
        }
    }

    private static void limit(JsonGenerator json, Limit limit) {
        json.writeObjectPropertyStart("limit");
        json.writeNumberProperty("count", limit.count());
        json.writeNumberProperty("limit", limit.limit());
        json.writeStringProperty("window", limit.window());
        AnswerJson.text(
                json, "until", limit.until() == null ? null : limit.until().toString());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(plain(number));
        } else if (value instanceof Boolean known) {
            json.writeBoolean(known);
        } else if (value instanceof Collection<?> many) {
            json.writeStartArray();
            many.forEach(one -> value(json, one));
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> record) {
            json.writeStartObject();
            record.entrySet().stream()
                    .sorted((a, b) -> String.valueOf(a.getKey()).compareTo(String.valueOf(b.getKey())))
                    .forEach(field -> {
                        json.writeName(String.valueOf(field.getKey()));
                        value(json, field.getValue());
                    });
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
    }

    // 30 rather than 3E+1
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
