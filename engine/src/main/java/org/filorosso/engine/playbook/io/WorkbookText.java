package org.filorosso.engine.playbook.io;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escapes of workbook texts (ECMA-376, ST_Xstring): {@code _x000D_} is a carriage return, {@code _x005F_} an
 * underscore that would begin an escape.
 */
final class WorkbookText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookText() {}

    static String encode(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(
                        match -> String.format("_x%04X_", (int) match.group().charAt(0)));
    }

    static String decode(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))))
                : text;
    }
}
