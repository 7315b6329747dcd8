package org.filorosso.simulator.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Consent;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Customers in NDJSON, in the form in which the service takes a subject, with its {@code id}. */
final class JsonCustomers extends CustomerFile {
    private static final List<String> KEYS = List.of(
            "id",
            "attributes",
            "consents",
            "preferredChannels",
            "household",
            "language",
            "aliases",
            "rfm",
            "customerValue");

    private final Playbook playbook;
    private final Options options;
    private final Values values;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final JsonLines lines;

    JsonCustomers(Playbook playbook, Options options, DataFile file) throws FlawException {
        this.playbook = playbook;
        this.options = options;
        this.values = new Values(playbook.settings());
        this.lines = JsonLines.open(file);
        for (Attribute attribute : playbook.tables().attributes()) {
            if (attribute.source() == Attribute.Source.CUSTOMER) {
                attributes.put(attribute.name(), attribute);
            }
        }
    }

    @Override
    @Nullable
    Row next() throws FlawException {
        JsonLines.Line line = lines.next();
        return line == null ? null : new JsonRow(line);
    }

    @Override
    public Row row(Raw raw) {
        return new JsonRow(
                new JsonLines.Line(lines.file(), raw.line(), raw.cells().get(0)));
    }

    @Override
    public String head() {
        return "";
    }

    /** A line that is understood when it is asked for. */
    private final class JsonRow implements Row {
        private final JsonLines.Line line;

        JsonRow(JsonLines.Line line) {
            this.line = line;
        }

        @Override
        public long line() {
            return line.number();
        }

        @Override
        public Subject subject() throws FlawException {
            return JsonCustomers.this.subject(line);
        }

        @Override
        public Raw raw() {
            return new Raw(line.number(), line.number(), List.of(line.text()));
        }

        @Override
        public String id() {
            try {
                JsonNode id = line.object().path("id");
                return id.isString() ? id.stringValue().strip() : id.isMissingNode() ? "row-" + line.number() : "";
            } catch (FlawException e) {
                // told when the customer is asked for
                return "";
            }
        }
    }

    private Subject subject(JsonLines.Line line) throws FlawException {
        JsonNode object = line.object();
        RowFlaws flaws = new RowFlaws(line.file(), line.number());
        SubjectBuilder subject = new SubjectBuilder(playbook, flaws);
        if (options.numbersRows(playbook) && !object.has("id")) {
            subject.id("id", "row-" + line.number());
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            take(field.getKey(), field.getValue(), subject, flaws);
        }
        return subject.build();
    }

    private void take(String key, JsonNode node, SubjectBuilder subject, RowFlaws flaws) {
        try {
            switch (key) {
                case "id" -> subject.id(key, text(node));
                case "household" -> subject.household(key, text(node));
                case "language" -> subject.language(key, text(node));
                case "rfm" -> subject.rfm(key, text(node));
                case "customerValue" -> subject.value(values.json().read(Type.NUMBER, Set.of(), node));
                case "preferredChannels" -> subject.preferredChannels(key, texts(node));
                case "attributes" -> attributes(node, subject, flaws);
                case "consents" -> consents(node, subject, flaws);
                case "aliases" -> texts(node);
                default -> unknown(key, KEYS, flaws);
            }
        } catch (ValueException e) {
            flaws.add(key, shown(node), e);
        }
    }

    private void unknown(String key, List<String> valid, RowFlaws flaws) {
        if (!options.ignoreUnknown()) {
            flaws.add(key, null, "is no field of a customer", Nearest.maybe(key, valid));
        }
    }

    private static String text(JsonNode node) throws ValueException {
        return node.isString()
                ? node.stringValue()
                : node.isNull() ? "" : String.valueOf(JsonValues.refuse(node, "a text"));
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(JsonNode node) throws ValueException {
        Object list = values.json().read(Type.STRINGS, Set.of(), node);
        return list == null ? List.of() : (List<String>) list;
    }

    private void attributes(JsonNode node, SubjectBuilder subject, RowFlaws flaws) throws ValueException {
        for (Map.Entry<String, JsonNode> field :
                object(node, "{\"plan\": \"smart\"}").properties()) {
            Attribute attribute = attributes.get(field.getKey());
            if (attribute == null) {
                unknown(field.getKey(), List.copyOf(attributes.keySet()), flaws);
            } else {
                attribute(attribute, field.getValue(), subject, flaws);
            }
        }
    }

    private void attribute(Attribute attribute, JsonNode node, SubjectBuilder subject, RowFlaws flaws) {
        try {
            boolean dated = node.isObject();
            Object value = values.json().read(attribute.type(), attribute.values(), dated ? node.path("value") : node);
            if (value != null) {
                subject.attribute(attribute.name(), new Dated(value, dated ? time(node.path("asOf")) : null));
            }
        } catch (ValueException e) {
            flaws.add(attribute.name(), shown(node), e);
        }
    }

    private @Nullable Instant time(JsonNode node) throws ValueException {
        return node.isMissingNode() || node.isNull()
                ? null
                : values.times().moment(text(node)).toInstant();
    }

    private void consents(JsonNode node, SubjectBuilder subject, RowFlaws flaws) throws ValueException {
        if (node.isArray()) {
            List<String> written = new ArrayList<>(texts(node));
            subject.consents("consents", written);
            return;
        }
        for (Map.Entry<String, JsonNode> field :
                object(node, "{\"marketing\": true}").properties()) {
            try {
                subject.consent("consents", field.getKey(), consent(field.getValue()));
            } catch (ValueException e) {
                flaws.add("consents", field.getKey().toLowerCase(Locale.ROOT), e);
            }
        }
    }

    private Consent consent(JsonNode node) throws ValueException {
        JsonNode granted = node.isObject() ? node.path("granted") : node;
        if (!granted.isBoolean()) {
            JsonValues.refuse(node, "true, false or {\"granted\": true}");
        }
        return new Consent(granted.booleanValue(), time(node.path("at")), time(node.path("until")));
    }

    private static JsonNode object(JsonNode node, String example) throws ValueException {
        if (!node.isObject()) {
            JsonValues.refuse(node, "an object, such as " + example);
        }
        return node;
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    @Override
    public void close() throws FlawException {
        lines.close();
    }
}
