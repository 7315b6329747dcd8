package org.filorosso.simulator.log;

import org.jspecify.annotations.Nullable;

/** Texts that a spreadsheet program will not take for formulas. */
public final class SafeText {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private SafeText() {}

    /** The text with a quote mark before it where it would start a formula; null is empty. For text cells only. */
    public static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
