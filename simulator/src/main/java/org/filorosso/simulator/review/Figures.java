package org.filorosso.simulator.review;

import java.util.Locale;

/** Numbers as people read them, the same on every machine. */
public final class Figures {
    private static final double PERCENT = 100;

    private Figures() {}

    /** {@code 7,043} */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code +12}, {@code -3}, {@code 0} */
    public static String signed(long number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%+,d", number);
    }

    /** {@code +12.50}, {@code -3.00}, {@code 0} */
    public static String signed(double number) {
        String text = String.format(Locale.ROOT, "%+,.2f", number);
        return text.equals("+0.00") || text.equals("-0.00") ? "0" : text;
    }

    /** {@code 12.3%}; of nothing, nothing. */
    public static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f%%", PERCENT * part / whole);
    }
}
