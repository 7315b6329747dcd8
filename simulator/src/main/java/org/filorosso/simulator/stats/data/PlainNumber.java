package org.filorosso.simulator.stats.data;

import java.util.Locale;

/** Numbers of data files: digits with a decimal point, exponents, and yes and no as 1 and 0. */
public final class PlainNumber {
    private static final String LETTERS = "0123456789+-.eE";

    private PlainNumber() {}

    /** The number, or NaN where the text is none; hexadecimal, infinite and other readings of Java are none. */
    public static double of(String text) {
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            if (LETTERS.indexOf(plain.charAt(i)) < 0) {
                return word(plain);
            }
        }
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN; // the caller tells where it stands
        }
    }

    private static double word(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> 1;
            case "no", "false" -> 0;
            default -> Double.NaN;
        };
    }
}
