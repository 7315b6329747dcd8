package org.filorosso.simulator.stats.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: four digits, the same on every machine. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);
    private static final double LEAST_P = 0.0001;
    private static final double PERCENT = 100;

    private Numbers() {}

    /** {@code 0.07659}; nothing where there is none. */
    public static String plain(@Nullable Double number) {
        if (number == null || !Double.isFinite(number)) {
            return "n/a";
        }
        return plain(number.doubleValue());
    }

    /** {@code 0.07659} */
    public static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "n/a";
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        BigDecimal whole = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        return whole.signum() == 0 ? "0" : whole.toPlainString();
    }

    /** {@code +0.07659} */
    public static String signed(@Nullable Double number) {
        return number == null ? "n/a" : (number > 0 ? "+" : "") + plain(number);
    }

    /** {@code 72.1%} */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", PERCENT * share);
    }

    /** {@code +72.1%}; nothing where there is none. */
    public static String signedPercent(@Nullable Double share) {
        return share == null ? "n/a" : String.format(Locale.ROOT, "%+.1f%%", PERCENT * share);
    }

    /** {@code 0.0012}, or less than what is worth telling apart. */
    public static String pValue(@Nullable Double pValue) {
        if (pValue == null) {
            return "n/a";
        }
        return pValue < LEAST_P ? "<0.0001" : String.format(Locale.ROOT, "%.4f", pValue);
    }

    /** {@code p = 0.0012} or {@code p < 0.0001} */
    public static String equation(double pValue) {
        return pValue < LEAST_P ? "p < 0.0001" : "p = " + pValue(pValue);
    }

    /** {@code +0.07 to +0.08}, or one end of it. */
    public static String range(Lift lift) {
        if (lift.low() == null && lift.high() == null) {
            return "anything";
        }
        if (lift.high() == null) {
            return "at least " + signed(lift.low());
        }
        return lift.low() == null
                ? "at most " + signed(lift.high())
                : signed(lift.low()) + " to " + signed(lift.high());
    }

    /** The number or NaN. */
    static double orNaN(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }
}
