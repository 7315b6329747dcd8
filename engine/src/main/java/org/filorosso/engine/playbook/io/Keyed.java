package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping of a YAML text that is being understood: its values by key, what is wrong with them reported. */
public final class Keyed {
    private final Yaml.Keys keys;
    private final String prefix;
    private final Problems problems;

    private Keyed(Yaml.Keys keys, String prefix, Problems problems) {
        this.keys = keys;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** The whole text; one that is no mapping is reported and read as an empty one. */
    public static Keyed of(Yaml yaml, Problems problems) {
        return of(yaml, "", problems);
    }

    private static Keyed of(Yaml yaml, String prefix, Problems problems) {
        if (yaml instanceof Yaml.Keys keys) {
            return new Keyed(keys, prefix, problems);
        }
        if (!(yaml instanceof Yaml.Scalar scalar && scalar.text().isEmpty())) {
            String name = prefix.isEmpty() ? "the file" : "\"" + prefix.substring(0, prefix.length() - 1) + "\"";
            problems.add(Problem.error(Code.SETTING, yaml.file(), yaml.line(), name + " must hold keys and values")
                    .maybe("Maybe one line for each: key: value."));
        }
        return new Keyed(new Yaml.Keys(yaml.place(), Map.of()), prefix, problems);
    }

    /** Reports keys that are none of {@code valid}. */
    public Keyed only(String... valid) {
        List<String> known = List.of(valid);
        keys.keys().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(Problem.error(
                                Code.UNKNOWN_KEY,
                                value.file(),
                                value.line(),
                                "there is no key \"" + prefix + Characters.visible(key, 60) + "\"")
                        .maybe(Nearest.maybe(key, known)));
            }
        });
        return this;
    }

    public boolean has(String key) {
        Yaml value = keys.keys().get(key);
        return value != null
                && !(value instanceof Yaml.Scalar scalar && scalar.text().isEmpty());
    }

    /** The single value of a key, trimmed, or null when there is none; anything but a single value is reported. */
    public @Nullable String text(String key) {
        if (!has(key)) {
            return null;
        }
        if (keys.keys().get(key) instanceof Yaml.Scalar scalar) {
            return Line.trim(scalar.text());
        }
        error(key, "one value is wanted, not a list or a mapping", null);
        return null;
    }

    public String text(String key, String fallback) {
        String text = text(key);
        return text == null ? fallback : text;
    }

    /** The value of a key that must be there, with an example for who has forgotten it. */
    public String need(String key, String example) {
        if (!has(key)) {
            problems.add(Problem.error(
                            Code.MISSING_KEY, keys.file(), keys.line(), "the key \"" + prefix + key + "\" is missing")
                    .maybe("Maybe " + key + ": " + example));
        }
        return text(key, "");
    }

    /** A plain value, read by {@code reader}; null when there is none or it is refused, which is reported. */
    public <T> @Nullable T read(String key, Function<String, Plain<T>> reader) {
        String text = text(key);
        Plain<T> plain = text == null ? null : reader.apply(text);
        if (plain != null && plain.message() != null) {
            error(key, plain.message(), plain.hint());
        }
        return plain == null ? null : plain.value();
    }

    /** One of a closed list of words, or the fallback. */
    <T> T choice(String key, Map<String, T> choices, T fallback) {
        String text = text(key);
        T chosen = text == null ? fallback : choices.get(text.toLowerCase(Locale.ROOT));
        if (chosen == null && text != null) {
            unknown(key, text, choices.keySet());
        }
        return chosen == null ? fallback : chosen;
    }

    public void unknown(String key, String text, Collection<String> valid) {
        String hint = Nearest.maybe(text, valid);
        error(
                key,
                "\"" + Characters.visible(text, 60) + "\" is none of the choices",
                hint == null ? "Maybe one of " + String.join(", ", valid) + "." : hint);
    }

    /** A number within bounds, or the fallback. */
    BigDecimal number(String key, Function<String, Plain<BigDecimal>> reader, Bounds bounds, BigDecimal fallback) {
        BigDecimal number = read(key, reader);
        if (!bounds.hold(number)) {
            error(key, "it must be " + bounds.words(), null);
            return fallback;
        }
        return number == null ? fallback : number;
    }

    public Keyed keys(String key) {
        Yaml value = keys.keys().get(key);
        return value == null
                ? new Keyed(new Yaml.Keys(keys.place(), Map.of()), prefix + key + ".", problems)
                : of(value, prefix + key + ".", problems);
    }

    /** The values of a list; a single value is a list of one. */
    public List<String> texts(String key) {
        Yaml value = keys.keys().get(key);
        List<String> texts = new ArrayList<>();
        for (Yaml item : value instanceof Yaml.Items items
                ? items.items()
                : has(key) && value != null ? List.of(value) : List.<Yaml>of()) {
            if (item instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
                texts.add(Line.trim(scalar.text()));
            } else {
                error(key, "a list of single values is wanted", "Maybe " + key + ": [one, two].");
            }
        }
        return texts;
    }

    /** The mappings of a list. */
    public List<Keyed> items(String key) {
        Yaml value = keys.keys().get(key);
        if (value instanceof Yaml.Items items) {
            return items.items().stream()
                    .map(item -> of(item, prefix + key + ".", problems))
                    .toList();
        }
        if (has(key)) {
            error(key, "a list is wanted", "Maybe a line that begins with - for each.");
        }
        return List.of();
    }

    /** The keys, in the order of the text. */
    public List<String> names() {
        return List.copyOf(keys.keys().keySet());
    }

    /** Whether a key holds a single value. */
    public boolean isText(String key) {
        return keys.keys().get(key) instanceof Yaml.Scalar;
    }

    /** Whether a key holds a list. */
    public boolean isList(String key) {
        return keys.keys().get(key) instanceof Yaml.Items;
    }

    public boolean isEmpty() {
        return keys.keys().isEmpty();
    }

    /** An error about the value of a key, or about the mapping when the key is not there. */
    public void error(String key, String message, @Nullable String hint) {
        error(Code.SETTING, key, message, hint);
    }

    void error(Code code, String key, String message, @Nullable String hint) {
        Yaml value = keys.keys().getOrDefault(key, keys);
        String cell = value instanceof Yaml.Scalar scalar ? scalar.text() : null;
        problems.add(Problem.error(code, value.file(), value.line(), message)
                .at(prefix + key, cell)
                .maybe(hint));
    }
}
