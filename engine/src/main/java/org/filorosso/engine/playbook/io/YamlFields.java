package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one mapping, read by what they should hold. A wrong value is reported and read as if it were not there, so
 * that all problems are found in one go.
 */
final class YamlFields {
    private final GoldenScope scope;
    private final String path;
    private final Yaml node;
    private final Map<String, Yaml> keys;

    private YamlFields(GoldenScope scope, String path, Yaml node) {
        this.scope = scope;
        this.path = path;
        this.node = node;
        this.keys = node instanceof Yaml.Keys mapping ? mapping.keys() : Map.of();
    }

    /**
     * The keys of a node that should be a mapping; others than the known ones are reported.
     *
     * @param path how problems name the node, empty at the top
     */
    static YamlFields of(GoldenScope scope, String path, Yaml node, Set<String> known) {
        YamlFields fields = free(scope, path, node);
        fields.keys.forEach((key, value) -> {
            if (!known.contains(key)) {
                scope.error(
                        Code.GOLDEN_UNKNOWN_KEY,
                        value,
                        fields.at(key),
                        "the key means nothing here",
                        Nearest.maybe(key, known));
            }
        });
        return fields;
    }

    /** The keys of a node that should be a mapping, whatever they are. */
    static YamlFields free(GoldenScope scope, String path, Yaml node) {
        if (!(node instanceof Yaml.Keys) && !isNothing(node)) {
            scope.error(Code.GOLDEN_WRONG_TYPE, node, path, "should be keys and values", "Maybe {key: value}.");
        }
        return new YamlFields(scope, path, node);
    }

    static boolean isNothing(@Nullable Yaml node) {
        return node == null
                || (node instanceof Yaml.Scalar scalar
                        && !scalar.quoted()
                        && Set.of("", "~", "null").contains(scalar.text()));
    }

    Yaml node() {
        return node;
    }

    Set<String> names() {
        return keys.keySet();
    }

    /** How problems name a key. */
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return !isNothing(keys.get(key));
    }

    /** The value of a key, or null when there is none. */
    @Nullable
    Yaml find(String key) {
        return has(key) ? keys.get(key) : null;
    }

    /** The value of a key, or the mapping itself for problems about a key that is missing. */
    Yaml place(String key) {
        Yaml found = keys.get(key);
        return found == null ? node : found;
    }

    void error(Code code, String key, String message, @Nullable String hint) {
        scope.error(code, place(key), at(key), message, hint);
    }

    /** Says that a key must be there; says nothing when it is. */
    void need(String key, String hint) {
        if (!has(key)) {
            error(Code.GOLDEN_MISSING_KEY, key, "is missing", hint);
        }
    }

    @Nullable
    String text(String key) {
        Yaml found = find(key);
        if (found == null || found instanceof Yaml.Scalar) {
            return found instanceof Yaml.Scalar scalar ? scalar.text() : null;
        }
        error(Code.GOLDEN_WRONG_TYPE, key, "should be a single text", null);
        return null;
    }

    /** One of a closed list of names. */
    @Nullable
    String name(String key, String what, Collection<String> valid) {
        String text = text(key);
        if (text == null || valid.contains(text)) {
            return text;
        }
        scope.unknown(place(key), at(key), what, text, valid);
        return null;
    }

    /** A list of single texts. */
    List<Yaml.Scalar> texts(String key) {
        List<Yaml.Scalar> texts = new ArrayList<>();
        for (Yaml item : items(key, "Maybe [" + shown(key) + "].")) {
            if (item instanceof Yaml.Scalar scalar) {
                texts.add(scalar);
            } else {
                scope.error(Code.GOLDEN_WRONG_TYPE, item, at(key), "should hold single texts", null);
            }
        }
        return texts;
    }

    /** A list of names of a closed list. */
    List<String> names(String key, String what, Collection<String> valid) {
        List<String> names = new ArrayList<>();
        for (Yaml.Scalar text : texts(key)) {
            if (valid.contains(text.text())) {
                names.add(text.text());
            } else {
                scope.unknown(text, at(key), what, text.text(), valid);
            }
        }
        return List.copyOf(names);
    }

    private String shown(String key) {
        return find(key) instanceof Yaml.Scalar scalar ? scalar.text() : "one, two";
    }

    List<Yaml> items(String key, @Nullable String hint) {
        Yaml found = find(key);
        if (found == null || found instanceof Yaml.Items) {
            return found instanceof Yaml.Items items ? items.items() : List.of();
        }
        error(Code.GOLDEN_WRONG_TYPE, key, "should be a list", hint);
        return List.of();
    }

    @Nullable
    BigDecimal number(String key) {
        String text = text(key);
        return text == null ? null : checked(key, scope.plain(Scalars::number, text));
    }

    /** A whole number, 0 or more. */
    @Nullable
    Long count(String key) {
        BigDecimal number = number(key);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.precision() > 15) {
            error(Code.GOLDEN_OUT_OF_RANGE, key, "should be a whole number, 0 or more", null);
            return null;
        }
        return number.longValueExact();
    }

    @Nullable
    Boolean yesNo(String key) {
        String text = text(key);
        return text == null ? null : checked(key, scope.plain(Scalars::yesNo, text));
    }

    @Nullable
    Moment moment(String key) {
        String text = text(key);
        return text == null ? null : checked(key, scope.plain(Scalars::moment, text));
    }

    /** A time of the playbook's zone. */
    @Nullable
    Instant instant(String key) {
        Moment moment = moment(key);
        return moment == null ? null : scope.instant(moment);
    }

    /** The keys of a key's value; others than the known ones are reported. */
    @Nullable
    YamlFields fields(String key, Set<String> known) {
        Yaml found = find(key);
        return found == null ? null : of(scope, at(key), found, known);
    }

    /** The keys of a key's value, whatever they are. */
    @Nullable
    YamlFields free(String key) {
        Yaml found = find(key);
        return found == null ? null : free(scope, at(key), found);
    }

    private <T> @Nullable T checked(String key, Plain<T> plain) {
        Code code = plain.code();
        String message = plain.message();
        if (code != null && message != null) {
            error(code, key, message, plain.hint());
        }
        return plain.value();
    }
}
