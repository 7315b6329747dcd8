package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.filorosso.api.store.PackedJson;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Unpacks what {@link FactsWriter} packed. */
final class FactsReader {
    private FactsReader() {}

    /**
     * The facts.
     *
     * @param learnt gives the counts of a snapshot
     * @throws IllegalStateException if they are damaged
     */
    static Facts unpack(Facts.Packed packed, Function<String, BetaCounts> learnt) {
        if (!BodyDigest.sha256(packed.bytes()).equals(packed.digest())) {
            throw new IllegalStateException("The facts of a decision do not match their digest");
        }
        JsonNode facts = PackedJson.mapper().readTree(packed.bytes());
        String learntId = text(facts.path("state").path(2));
        BetaCounts counts = learntId == null ? BetaCounts.NONE : learnt.apply(learntId);
        return new Facts(
                subject(facts.path("subject")),
                request(facts.path("request")),
                state(facts.path("state"), counts),
                learntId);
    }

    private static Subject subject(JsonNode node) {
        Map<String, Subject.Dated> attributes = new LinkedHashMap<>();
        node.path(3).properties().forEach(field -> attributes.put(field.getKey(), dated(field.getValue())));
        Map<String, Subject.Consent> consents = new LinkedHashMap<>();
        node.path(4).properties().forEach(field -> consents.put(field.getKey(), consent(field.getValue())));
        return new Subject(
                node.path(0).stringValue(),
                text(node.path(1)),
                text(node.path(2)),
                attributes,
                consents,
                texts(node.path(5)),
                new LinkedHashSet<>(texts(node.path(6))),
                history(node.path(7)),
                history(node.path(8)),
                worth(node.path(9)));
    }

    private static Subject.Dated dated(JsonNode node) {
        Object value = value(node.path(0));
        if (value == null) {
            throw new IllegalStateException("A recorded attribute has no value");
        }
        return new Subject.Dated(value, time(node.path(1)));
    }

    private static Subject.Consent consent(JsonNode node) {
        return new Subject.Consent(node.path(0).booleanValue(), time(node.path(1)), time(node.path(2)));
    }

    private static Subject.@Nullable Worth worth(JsonNode node) {
        return node.isEmpty() ? null : new Subject.Worth(text(node.path(0)), real(node.path(1)));
    }

    private static History history(JsonNode node) {
        return new History(list(node.path(0), FactsReader::interaction), list(node.path(1), FactsReader::event));
    }

    private static Interaction interaction(JsonNode row) {
        Interaction.Details details = row.size() <= 7
                ? Interaction.Details.NONE
                : new Interaction.Details(
                        number(row.path(7)),
                        number(row.path(8)),
                        text(row.path(9)),
                        text(row.path(10)),
                        time(row.path(11)),
                        text(row.path(12)));
        return new Interaction(
                row.path(0).stringValue(),
                moment(row.path(1)),
                row.path(2).stringValue(),
                outcome(row.path(3).stringValue()),
                row.path(4).stringValue(),
                direction(row.path(5)),
                row.path(6).intValue(),
                details);
    }

    private static Outcome outcome(String code) {
        Outcome outcome = Outcome.of(code);
        if (outcome == null) {
            throw new IllegalStateException("The recorded outcome (" + code + ") is not known");
        }
        return outcome;
    }

    private static Direction direction(JsonNode code) {
        return code.stringValue().equals(Direction.INBOUND.code()) ? Direction.INBOUND : Direction.OUTBOUND;
    }

    private static Event event(JsonNode row) {
        return new Event(
                moment(row.path(0)), row.path(1).stringValue(), row.path(2).stringValue(), fields(row.path(3)));
    }

    private static Request request(JsonNode node) {
        List<Channel.Placement> placements = new ArrayList<>();
        for (int i = 0; i + 1 < node.path(4).size(); i += 2) {
            placements.add(new Channel.Placement(
                    node.path(4).path(i).stringValue(), node.path(4).path(i + 1).intValue()));
        }
        return new Request(
                node.path(0).stringValue(),
                moment(node.path(1)),
                node.path(2).stringValue(),
                direction(node.path(3)),
                placements,
                fields(node.path(5)),
                text(node.path(6)),
                Request.Explain.valueOf(node.path(7).stringValue()));
    }

    private static State state(JsonNode node, BetaCounts counts) {
        Map<String, BigDecimal> read = new LinkedHashMap<>();
        node.path(0)
                .properties()
                .forEach(field -> read.put(field.getKey(), field.getValue().decimalValue()));
        Map<String, String> variants = new LinkedHashMap<>();
        node.path(7)
                .properties()
                .forEach(field -> variants.put(field.getKey(), field.getValue().stringValue()));
        return new State(
                new ReadCounters(read),
                list(node.path(1), FactsReader::quote),
                counts,
                list(node.path(3), FactsReader::stop),
                node.path(4).booleanValue(),
                real(node.path(5)),
                new State.Fixed(text(node.path(6)), variants));
    }

    private static State.Quote quote(JsonNode row) {
        return new State.Quote(
                row.path(0).stringValue(),
                row.path(1).decimalValue(),
                row.path(2).stringValue(),
                moment(row.path(3)),
                moment(row.path(4)));
    }

    private static State.Stop stop(JsonNode row) {
        return new State.Stop(
                row.path(0).stringValue(),
                row.path(1).stringValue(),
                text(row.path(2)),
                time(row.path(3)),
                row.path(4).stringValue());
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>(node.size());
        node.forEach(one -> list.add(element.apply(one)));
        return List.copyOf(list);
    }

    private static List<String> texts(JsonNode node) {
        return list(node, JsonNode::stringValue);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static @Nullable Double real(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : moment(node);
    }

    private static Instant moment(JsonNode node) {
        return node.isString()
                ? Instant.parse(node.stringValue())
                : Instant.EPOCH.plus(node.longValue(), ChronoUnit.MICROS);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            List<Object> many = new ArrayList<>(node.size());
            node.forEach(one -> many.add(value(one)));
            return many;
        }
        return node.isObject() ? dateOrFields(node) : null;
    }

    private static Object dateOrFields(JsonNode node) {
        JsonNode marked = node.path("");
        if (!marked.isString()) {
            return fields(node);
        }
        String text = marked.stringValue();
        return text.length() == 10 ? LocalDate.parse(text) : ZonedDateTime.parse(text);
    }

    private static Map<String, Object> fields(JsonNode node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            Object value = value(field.getValue());
            if (value != null) {
                fields.put(field.getKey(), value);
            }
        });
        return fields;
    }
}
