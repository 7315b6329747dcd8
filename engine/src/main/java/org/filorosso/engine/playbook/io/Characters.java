package org.filorosso.engine.playbook.io;

import java.util.Locale;
import java.util.OptionalInt;

/** Characters that people must be able to read: nothing hidden, nothing that turns the text around. */
public final class Characters {
    private Characters() {}

    /**
     * The first character of a name that cannot be seen: control, bidirectional, zero-width or other format
     * characters, line and paragraph separators, lone surrogates, private use.
     *
     * @return the code point, or empty when all can be seen
     */
    public static OptionalInt hidden(String name) {
        return name.codePoints().filter(Characters::isHidden).findFirst();
    }

    /** {@code U+202E (right-to-left override)}: how a hidden character is named in messages. */
    public static String describe(int codePoint) {
        String name = Character.getName(codePoint);
        String code = String.format(Locale.ROOT, "U+%04X", codePoint);
        return name == null ? code : code + " (" + name.toLowerCase(Locale.ROOT) + ")";
    }

    /**
     * A text as a message shows it: on one line, hidden characters by their code point, cut when long.
     *
     * @param most characters shown, at least 1
     */
    public static String visible(String text, int most) {
        String line = text.replace("\n", "\\n");
        StringBuilder shown = new StringBuilder();
        line.codePoints().limit(most).forEach(c -> append(shown, c));
        return line.codePointCount(0, line.length()) > most
                ? shown.append("...").toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isHidden(codePoint)) {
            shown.append(String.format(Locale.ROOT, "\\u{%X}", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    // U+00AD, U+115F, U+1160, U+3164 and U+FFA0 are drawn as nothing although only the first is a format character
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
        };
    }
}
