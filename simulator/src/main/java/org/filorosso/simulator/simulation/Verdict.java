package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.filorosso.simulator.stats.Moments;

/**
 * One arm against another, customer by customer: under common random numbers each customer is his own control, so that the
 * differences are paired.
 *
 * @param says {@code better}, {@code worse}, {@code no difference}, or {@code better, but harmful} where a guardrail is
 *     broken
 * @param differences per customer, of the deciding metric first
 * @param broken guardrails that got worse beyond chance: customers who left or opted out, and what customers paid
 */
public record Verdict(
        String arm, String control, String says, List<Difference> differences, List<String> broken, String sentence) {

    /** What decides: what the arm claims, less what it cost. */
    public static final String METRIC = "margin";

    /** What customers really paid: it must not fall while margin is claimed. */
    private static final String PAID = "revenue";

    /** What must not rise. */
    private static final List<String> GUARDRAILS = List.of("churned", "optOuts");

    private static final List<String> SHOWN =
            List.of(METRIC, "accepted", "value", PAID, "satisfaction", "churned", "optOuts", "contacts");
    private static final double LEVEL = 0.975;

    /**
     * A mean difference per customer with its 95% interval by Student's t over the paired differences.
     *
     * @param n customers
     */
    public record Difference(String metric, long n, BigDecimal mean, BigDecimal se, BigDecimal low, BigDecimal high) {
        private static Difference of(String metric, Moments moments) {
            double mean = moments.mean(0);
            double se = Math.sqrt(moments.covariance(0, 0) / Math.max(1, moments.n()));
            double t = moments.n() < 2 ? 0 : TDistribution.of(moments.n() - 1).inverseCumulativeProbability(LEVEL);
            return new Difference(
                    metric,
                    moments.n(),
                    Figures.of(mean),
                    Figures.of(se),
                    Figures.of(mean - t * se),
                    Figures.of(mean + t * se));
        }

        boolean up() {
            return low.signum() > 0;
        }

        boolean down() {
            return high.signum() < 0;
        }
    }

    /** Differences of two arms over the customers, one added after the other. */
    static final class Pairs {
        private final List<Moments> moments = new ArrayList<>();

        Pairs() {
            SHOWN.forEach(metric -> moments.add(new Moments(1)));
        }

        void add(Map<String, Double> arm, Map<String, Double> control) {
            for (int i = 0; i < SHOWN.size(); i++) {
                String metric = SHOWN.get(i);
                moments.get(i).add(arm.getOrDefault(metric, 0.0) - control.getOrDefault(metric, 0.0));
            }
        }

        Verdict verdict(String arm, String control) {
            List<Difference> differences = new ArrayList<>();
            for (int i = 0; i < SHOWN.size(); i++) {
                differences.add(Difference.of(SHOWN.get(i), moments.get(i)));
            }
            Difference paid = differences.get(SHOWN.indexOf(PAID));
            List<String> broken = differences.stream()
                    .filter(one -> GUARDRAILS.contains(one.metric()) ? one.up() : one == paid && one.down())
                    .map(Difference::metric)
                    .toList();
            Difference deciding = differences.get(0);
            String says = deciding.up() ? "better" : deciding.down() ? "worse" : "no difference";
            String told = deciding.up() && !broken.isEmpty() ? "better, but harmful" : says;
            return new Verdict(
                    arm,
                    control,
                    told,
                    List.copyOf(differences),
                    broken,
                    sentence(arm, control, told, deciding, broken) + " " + paid(paid));
        }

        private static String sentence(String arm, String control, String says, Difference by, List<String> broken) {
            String margin = " (" + by.mean().toPlainString() + " of margin per customer, " + interval(by) + ")";
            return switch (says) {
                case "better" -> arm + " claims more than " + control + margin + ".";
                case "worse" -> arm + " claims less than " + control + margin + ".";
                case "better, but harmful" ->
                    arm + " claims more than " + control + margin + ", but does harm: "
                            + String.join(
                                    " and ", broken.stream().map(Pairs::harm).toList()) + ". Do not roll it out.";
                default -> "No difference between " + arm + " and " + control + " can be shown" + margin + ".";
            };
        }

        private static String harm(String metric) {
            return (metric.equals(PAID) ? "less " : "more ") + metric;
        }

        private static String paid(Difference paid) {
            String by = " (" + paid.mean().toPlainString() + " of revenue each, " + interval(paid) + ").";
            return paid.up()
                    ? "Customers paid more" + by
                    : paid.down() ? "Customers paid less" + by : "No difference in what they paid can be shown" + by;
        }

        private static String interval(Difference of) {
            return "95% interval " + of.low().toPlainString() + " to "
                    + of.high().toPlainString();
        }
    }
}
