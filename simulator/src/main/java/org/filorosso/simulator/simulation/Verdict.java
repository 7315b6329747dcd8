package org.filorosso.simulator.simulation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One arm against another, customer by customer: under common random numbers each customer is his own control, so that the
 * differences are paired.
 *
 * @param says {@code better}, {@code worse}, {@code no difference}, or {@code better, but harmful} where a guardrail is
 *     broken
 * @param level of the intervals: {@code 99%}
 * @param differences per customer, of the deciding metric first
 * @param broken metrics of the guardrails that are shown to be worse than their margin
 */
public record Verdict(
        String arm,
        String control,
        String says,
        String level,
        List<Difference> differences,
        List<Guarded> guardrails,
        List<String> broken,
        String sentence) {

    /** What decides: what the arm claims, less what it cost. */
    public static final String METRIC = "margin";

    /** What customers really paid. */
    public static final String PAID = "revenue";

    private static final Map<String, String> WORDS = Map.of(
            "churned",
            "customers who leave",
            "optOuts",
            "opt-outs",
            METRIC,
            "claimed margin",
            "accepted",
            "acceptances");

    /** A verdict with its own copies. */
    public Verdict {
        differences = List.copyOf(differences);
        guardrails = List.copyOf(guardrails);
        broken = List.copyOf(broken);
    }

    /** @param differences of the deciding metric first */
    static Verdict of(String arm, String control, List<Difference> differences, List<Guarded> guarded, Rule rule) {
        Difference deciding = differences.get(0);
        List<Guarded> beyond = guarded.stream().filter(Guarded::broken).toList();
        String says = deciding.up() ? "better" : deciding.down() ? "worse" : "no difference";
        String told = deciding.up() && !beyond.isEmpty() ? "better, but harmful" : says;
        Difference paid = differences.stream()
                .filter(one -> one.metric().equals(PAID))
                .findFirst()
                .orElse(deciding);
        return new Verdict(
                arm,
                control,
                told,
                rule.level(),
                differences,
                guarded,
                beyond.stream().map(Guarded::metric).toList(),
                claimed(arm, control, deciding, rule) + harms(beyond, deciding.up()) + " " + paid(paid, rule));
    }

    /** What is harmed, in words: {@code more opt-outs (may rise by at most 10%)}; empty where nothing is. */
    public String harm() {
        return harm(guardrails.stream().filter(Guarded::broken).toList());
    }

    private static String harm(List<Guarded> beyond) {
        return beyond.stream()
                .map(one -> (one.margin() > 0 ? "more " : "less ") + words(one.metric()) + " (" + one.allows() + ")")
                .collect(Collectors.joining(" and "));
    }

    /** What a metric is called within a sentence. */
    public static String words(String metric) {
        return WORDS.getOrDefault(metric, metric);
    }

    private static String claimed(String arm, String control, Difference by, Rule rule) {
        String margin = " (" + by.mean().toPlainString() + " of margin per customer, " + interval(by, rule) + ")";
        if (by.up()) {
            return arm + " claims more than " + control + margin;
        }
        return by.down()
                ? arm + " claims less than " + control + margin
                : "No difference between " + arm + " and " + control + " can be shown" + margin;
    }

    private static String harms(List<Guarded> beyond, boolean better) {
        if (beyond.isEmpty()) {
            return ".";
        }
        return (better ? ", but does harm: " : ", and does harm: ") + harm(beyond) + "."
                + (better ? " Do not roll it out." : "");
    }

    private static String paid(Difference paid, Rule rule) {
        String by = " (" + paid.mean().toPlainString() + " of revenue each, " + interval(paid, rule) + ").";
        return paid.up()
                ? "Customers paid more" + by
                : paid.down() ? "Customers paid less" + by : "No difference in what they paid can be shown" + by;
    }

    private static String interval(Difference of, Rule rule) {
        return rule.level() + " interval " + of.low().toPlainString() + " to "
                + of.high().toPlainString();
    }
}
