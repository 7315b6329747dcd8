package org.filorosso.engine.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders {@code {name}} and {@code {name|words if missing}}. A brace that opens no placeholder stands
 * for itself; what is filled in is never read again.
 */
public record TextTemplate(List<Part> parts) {

    /**
     * Literal words, or a placeholder.
     *
     * @param text the words, or the name of the placeholder
     * @param otherwise words if the placeholder's value is missing; null for literal words
     */
    public record Part(String text, @Nullable String otherwise) {

        public boolean placeholder() {
            return otherwise != null;
        }
    }

    public static TextTemplate of(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (open > at) {
                parts.add(new Part(text.substring(at, open), null));
            }
            parts.add(placeholder(text.substring(open + 1, close)));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), null));
        }
        return new TextTemplate(List.copyOf(parts));
    }

    private static Part placeholder(String inside) {
        int bar = inside.indexOf('|');
        return bar < 0
                ? new Part(inside.strip(), "")
                : new Part(inside.substring(0, bar).strip(), inside.substring(bar + 1));
    }

    /** The names of its placeholders, in order. */
    public List<String> names() {
        return parts.stream().filter(Part::placeholder).map(Part::text).toList();
    }

    /** The text with each placeholder's value, or its words where the value is null. */
    public String fill(Function<String, @Nullable String> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            String otherwise = part.otherwise();
            if (otherwise == null) {
                filled.append(part.text());
            } else {
                String value = values.apply(part.text());
                filled.append(value == null ? otherwise : value);
            }
        }
        return filled.toString();
    }
}
