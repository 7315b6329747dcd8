package org.filorosso.engine.playbook.io;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes settings as YAML: one top-level key after the other, what is below in one line where that can be read. */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}+/_.][\\p{L}\\p{N} +/_.%()-]*");

    private YamlWriter() {}

    /** The lines of a top-level key. */
    static String entry(String key, Yaml value) {
        if (value instanceof Yaml.Keys keys && !keys.keys().isEmpty()) {
            return scalar(key) + ":\n" + lines(keys.keys());
        }
        if (value instanceof Yaml.Items items && items.items().stream().anyMatch(Yaml.Keys.class::isInstance)) {
            return scalar(key) + ":\n"
                    + items.items().stream()
                            .map(item -> "  - " + flow(item) + "\n")
                            .collect(Collectors.joining());
        }
        return scalar(key) + ": " + flow(value) + "\n";
    }

    private static String lines(Map<String, Yaml> keys) {
        return keys.entrySet().stream()
                .map(key -> "  " + scalar(key.getKey()) + ": " + flow(key.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String flow(Yaml value) {
        if (value instanceof Yaml.Items items) {
            return items.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Yaml.Keys keys) {
            return keys.keys().entrySet().stream()
                    .map(key -> scalar(key.getKey()) + ": " + flow(key.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return scalar(((Yaml.Scalar) value).text());
    }

    /** A text as a YAML scalar, in quotes where it would be read as something else. */
    static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.endsWith(" ") && !text.startsWith("...");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || Characters.hidden(Character.toString(c)).isPresent()) {
                out.append(String.format(Locale.ROOT, "\\U%08X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
