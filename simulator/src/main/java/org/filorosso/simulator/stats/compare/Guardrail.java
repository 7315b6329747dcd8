package org.filorosso.simulator.stats.compare;

import java.util.Locale;
import org.filorosso.simulator.stats.data.PlainNumber;

/**
 * A metric that must not get worse by more than a margin.
 *
 * @param metric its name
 * @param margin the most by which it may rise where above 0, fall where below 0
 * @param relative whether the margin is a share of the control's value
 */
public record Guardrail(String metric, double margin, boolean relative) {
    private static final double PERCENT = 100;

    /**
     * Reads {@code NAME:0.01}, {@code NAME:-0.01} or {@code NAME:5%}.
     *
     * @throws IllegalArgumentException if the margin is no number other than 0; the message tells it
     */
    public static Guardrail of(String text) {
        int colon = text.lastIndexOf(':');
        String margin = colon < 0 ? "" : text.substring(colon + 1).strip();
        boolean relative = margin.endsWith("%");
        double number = PlainNumber.of(relative ? margin.substring(0, margin.length() - 1) : margin);
        if (colon <= 0 || Double.isNaN(number) || number == 0) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no guardrail. Maybe churn:0.01 (may rise by at most 0.01), revenue:-5% (may fall by at most 5%).");
        }
        return new Guardrail(text.substring(0, colon), relative ? number / PERCENT : number, relative);
    }

    /** {@code may rise by at most 0.01} */
    public String sentence() {
        String most = relative
                ? String.format(Locale.ROOT, "%s%%", plain(Math.abs(margin) * PERCENT))
                : plain(Math.abs(margin));
        return "may " + (margin > 0 ? "rise" : "fall") + " by at most " + most;
    }

    private static String plain(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
