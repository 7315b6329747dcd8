package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;

/** Turns the value of an attribute or of an event's field into what rules read. */
final class GoldenValues {
    private final GoldenScope scope;

    GoldenValues(GoldenScope scope) {
        this.scope = scope;
    }

    /**
     * The value, normalised as in {@link org.filorosso.engine.feel.Reading}.
     *
     * @param key how problems name it
     * @param allowed values of a text or list; empty means any
     * @return null when it is missing, or wrong and reported
     */
    @Nullable
    Object value(Yaml node, String key, Type type, Set<String> allowed) {
        if (YamlFields.isNothing(node)) {
            return null;
        }
        if (type.is(Type.Kind.LIST)) {
            return list(node, key, type, allowed);
        }
        if (node instanceof Yaml.Scalar scalar) {
            return scalar(scalar, key, type, allowed);
        }
        scope.error(Code.GOLDEN_WRONG_TYPE, node, key, "should be " + type + ", not a list or keys", null);
        return null;
    }

    private @Nullable Object scalar(Yaml.Scalar node, String key, Type type, Set<String> allowed) {
        String text = node.text();
        return switch (type.kind()) {
            case NUMBER -> {
                var number = checked(node, key, scope.plain(Scalars::number, text));
                yield number == null ? null : Numbers.normal(number);
            }
            case BOOLEAN -> checked(node, key, scope.plain(Scalars::yesNo, text));
            case DATE -> checked(node, key, scope.plain(Scalars::date, text));
            case DATE_TIME -> {
                Moment moment = checked(node, key, scope.plain(Scalars::moment, text));
                yield moment == null ? null : scope.instant(moment).atZone(scope.zone());
            }
            case STRING -> allowed(node, key, allowed);
            default -> guess(node);
        };
    }

    private @Nullable String allowed(Yaml.Scalar node, String key, Set<String> allowed) {
        if (allowed.isEmpty() || allowed.contains(node.text())) {
            return node.text();
        }
        scope.unknown(node, key, "value", node.text(), allowed);
        return null;
    }

    /** What a value of no declared type is, by how it was typed. */
    private Object guess(Yaml.Scalar node) {
        Plain<BigDecimal> number = scope.plain(Scalars::number, node.text());
        BigDecimal value = number.value();
        if (value != null && !node.quoted()) {
            return Numbers.normal(value);
        }
        boolean flag = !node.quoted() && Set.of("true", "false").contains(node.text());
        return flag ? (Object) Boolean.valueOf(node.text()) : node.text();
    }

    private @Nullable Object list(Yaml node, String key, Type type, Set<String> allowed) {
        if (!(node instanceof Yaml.Items items)) {
            scope.error(Code.GOLDEN_WRONG_TYPE, node, key, "should be a list", "Maybe [one, two].");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (Yaml item : items.items()) {
            Object value = type.elements().is(Type.Kind.CONTEXT)
                    ? record(item, key, type.elements().fields())
                    : value(item, key, type.elements(), allowed);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private Map<String, Object> record(Yaml node, String key, Map<String, Type> declared) {
        YamlFields fields = declared.isEmpty()
                ? YamlFields.free(scope, key, node)
                : YamlFields.of(scope, key, node, declared.keySet());
        Map<String, Object> record = new LinkedHashMap<>();
        for (String name : fields.names()) {
            Type type = declared.getOrDefault(name, Type.ANY);
            Object value = value(fields.place(name), fields.at(name), type, Set.of());
            if (value != null) {
                record.put(name, value);
            }
        }
        return Map.copyOf(record);
    }

    private <T> @Nullable T checked(Yaml node, String key, Plain<T> plain) {
        Code code = plain.code();
        String message = plain.message();
        if (code != null && message != null) {
            scope.error(code, node, key, message, plain.hint());
        }
        return plain.value();
    }
}
