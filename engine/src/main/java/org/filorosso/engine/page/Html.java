package org.filorosso.engine.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Writes HTML element by element. Texts and values of attributes are always escaped, so nothing that a user typed can
 * become markup; names of elements and attributes must be our own. Not thread-safe.
 */
public final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes name, value, name, value ...
     */
    public Html open(String element, String... attributes) {
        start(element, attributes);
        open.push(element);
        return this;
    }

    /** An element without content, such as {@code br}. */
    public Html empty(String element, String... attributes) {
        start(element, attributes);
        return this;
    }

    /** An element that holds a text. */
    public Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** A text, escaped. */
    public Html text(String text) {
        escape(text);
        return this;
    }

    /** A line break of the source, for people who look at it. */
    public Html line() {
        out.append('\n');
        return this;
    }

    /** What another has written; it must have closed all that it opened. */
    public Html add(Html other) {
        out.append(other);
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @throws IllegalStateException when another one was opened last
     */
    public Html close(String element) {
        String last = open.poll();
        if (!element.equals(last)) {
            throw new IllegalStateException(
                    "The element (" + element + ") cannot be closed: the last one opened is " + last);
        }
        out.append("</").append(element).append('>');
        return this;
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (escaped.isEmpty()) {
                out.append(visible(c));
            } else {
                out.append(escaped);
            }
        }
    }

    /** Characters that HTML does not know, or that turn the direction of the text around them, show as a box. */
    private static char visible(char c) {
        boolean control = c < ' ' && c != '\n' && c != '\t';
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return control || turns || c == '\u007F' ? '\uFFFD' : c;
    }

    /**
     * What was written so far.
     *
     * @throws IllegalStateException when an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "The element (" + Objects.requireNonNull(open.peek()) + ") must be closed first");
        }
        return out.toString();
    }
}
