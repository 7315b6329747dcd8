package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Consent;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Attribute.Source;
import org.filorosso.engine.playbook.NamedList;
import org.jspecify.annotations.Nullable;

/** Reads who a golden customer is. */
final class GoldenSubjects {
    private static final String CUSTOMER = "customer";

    private final GoldenScope scope;

    GoldenSubjects(GoldenScope scope) {
        this.scope = scope;
    }

    Subject read(YamlFields fields) {
        YamlFields customer = fields.free(CUSTOMER);
        GoldenPast past = new GoldenPast(scope);
        return new Subject(
                customer == null ? "" : id(customer),
                fields.text("household"),
                fields.name("language", "language", scope.playbook().settings().languages()),
                customer == null ? Map.of() : attributes(customer),
                consents(fields),
                fields.names("preferred channels", "channel", scope.channels()),
                Set.copyOf(fields.names("lists", "list", lists())),
                past.read(fields, "history", "events"),
                past.read(fields, "household history", null),
                worth(fields));
    }

    private static String id(YamlFields customer) {
        customer.need("id", "Maybe id: anna.");
        String id = Objects.requireNonNullElse(customer.text("id"), "");
        if (customer.has("id") && id.isBlank()) {
            customer.error(Code.GOLDEN_MISSING_KEY, "id", "is empty", "Maybe id: anna.");
        }
        return id;
    }

    private List<String> lists() {
        return scope.playbook().tables().lists().stream().map(NamedList::name).toList();
    }

    private Map<String, Dated> attributes(YamlFields customer) {
        Map<String, Dated> values = new LinkedHashMap<>();
        for (String key : customer.names()) {
            Attribute attribute = key.equals("id") ? null : attribute(customer, key, Source.CUSTOMER);
            Dated value = attribute == null ? null : dated(customer, attribute);
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    /** The attribute of a key, or null when it is not one of this source; that is reported. */
    @Nullable
    Attribute attribute(YamlFields fields, String key, Source source) {
        List<Attribute> all = scope.playbook().tables().attributes();
        for (Attribute attribute : all) {
            if (attribute.name().equals(key) && attribute.source() == source) {
                return attribute;
            }
            if (attribute.name().equals(key)) {
                fields.error(Code.GOLDEN_UNKNOWN_KEY, key, "the attribute does not come from here", home(attribute));
                return null;
            }
        }
        List<String> valid = all.stream()
                .filter(attribute -> attribute.source() == source)
                .map(Attribute::name)
                .toList();
        scope.unknown(fields.place(key), fields.at(key), "attribute", key, valid);
        return null;
    }

    private static String home(Attribute attribute) {
        return switch (attribute.source()) {
            case CUSTOMER -> "Maybe move it to customer: attributes.csv says that it comes from the customer.";
            case CONTEXT -> "Maybe move it to context: attributes.csv says that it comes with the request.";
            case DERIVED -> "Maybe drop it: attributes.csv says that it is derived, so it is computed.";
        };
    }

    private @Nullable Dated dated(YamlFields customer, Attribute attribute) {
        String key = attribute.name();
        Yaml node = customer.place(key);
        if (!(node instanceof Yaml.Keys)) {
            Object value = value(node, customer.at(key), attribute);
            return value == null ? null : Dated.of(value);
        }
        YamlFields parts = YamlFields.of(scope, customer.at(key), node, Set.of("value", "as of"));
        parts.need("value", "Maybe {value: 60, as of: 2026-01-10}.");
        Yaml given = parts.find("value");
        Object value = given == null ? null : value(given, parts.at("value"), attribute);
        Instant asOf = parts.instant("as of");
        return value == null ? null : new Dated(value, asOf);
    }

    @Nullable
    Object value(Yaml node, String key, Attribute attribute) {
        return new GoldenValues(scope).value(node, key, attribute.type(), attribute.values());
    }

    private Map<String, Consent> consents(YamlFields fields) {
        List<String> purposes = scope.playbook().settings().purposes();
        Map<String, Consent> consents = new LinkedHashMap<>();
        for (Yaml.Scalar text : fields.texts("consents")) {
            boolean refused = text.text().startsWith("-");
            String purpose = refused ? text.text().substring(1).strip() : text.text();
            if (!purposes.contains(purpose)) {
                scope.unknown(text, "consents", "purpose", purpose, purposes);
            } else if (consents.put(purpose, Consent.of(!refused)) != null) {
                scope.error(Code.GOLDEN_DUPLICATE, text, "consents", "the purpose stands twice", null);
            }
        }
        return consents;
    }

    private Subject.@Nullable Worth worth(YamlFields fields) {
        String rfm = fields.text("rfm");
        if (rfm != null && !(rfm.length() == 3 && rfm.chars().allMatch(c -> c >= '1' && c <= '5'))) {
            fields.error(Code.GOLDEN_OUT_OF_RANGE, "rfm", "should be three digits from 1 to 5", "Maybe \"555\".");
        }
        BigDecimal value = fields.number("customer value");
        Double amount = value == null ? null : Numbers.normal(value).doubleValue();
        return rfm == null && amount == null ? null : new Subject.Worth(rfm, amount);
    }
}
