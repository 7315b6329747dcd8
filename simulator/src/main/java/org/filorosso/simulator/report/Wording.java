package org.filorosso.simulator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.filorosso.simulator.review.Figures;
import org.jspecify.annotations.Nullable;

/** Names and figures as readers of the page know them. */
final class Wording {
    private static final Map<String, String> METRICS = Map.of(
            "margin", "Margin",
            "accepted", "Acceptances",
            "value", "Value of acceptances",
            "revenue", "Revenue",
            "satisfaction", "Satisfaction, 0 to 10",
            "churned", "Customers who leave",
            "optOuts", "Opt-outs",
            "contacts", "Contacts");
    private static final Map<String, String> BASELINES = Map.of(
            "random", "the same rules, then an action by chance",
            "propensity-only", "the same rules, then the likeliest action first",
            "value-only", "the same rules, then the most valuable action first",
            "no-levers", "the same playbook without its levers",
            "eligibility-only",
                    "only the eligibility rules: no contact policy, no suitability; nobody could run it live",
            "no-contact", "nobody is offered anything",
            "oracle", "knows the true propensities: a mark that nobody can reach");
    private static final int DIGITS = 4;
    private static final double PERCENT = 100;
    private static final double TEN = 10;
    private static final double THOUSAND = 1000;

    private Wording() {}

    static String metric(String name) {
        return METRICS.getOrDefault(name, name);
    }

    /** What a standing baseline does, or nothing for a playbook. */
    static String about(String arm) {
        return BASELINES.getOrDefault(arm, "");
    }

    /** {@code +3.62}; small figures keep digits: {@code -0.0080}. */
    static String signed(double number) {
        return Math.abs(number) >= 1 || number == 0
                ? Figures.signed(number)
                : String.format(Locale.ROOT, "%+.4f", number);
    }

    /** {@code +0.21 to +7.03} */
    static String range(double low, double high) {
        return signed(low) + " to " + signed(high);
    }

    static String plain(@Nullable BigDecimal figure) {
        if (figure == null) {
            return "–";
        }
        double size = Math.abs(figure.doubleValue());
        int digits = size >= THOUSAND ? 0 : size >= TEN ? 2 : DIGITS;
        BigDecimal rounded = figure.setScale(Math.min(digits, Math.max(0, figure.scale())), RoundingMode.HALF_EVEN);
        return digits == 0 ? Figures.count(rounded.longValue()) : rounded.toPlainString();
    }

    /** @param share 0..1 */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", PERCENT * share);
    }

    static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    static String whole(double amount) {
        // no minus before nothing
        return String.format(Locale.ROOT, "%,d", Math.round(amount));
    }
}
