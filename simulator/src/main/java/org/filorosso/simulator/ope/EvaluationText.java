package org.filorosso.simulator.ope;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/** An evaluation for people, and for spreadsheets. */
public final class EvaluationText {

    private EvaluationText() {}

    /** The verdict in a sentence, then the estimates. */
    public static String of(Evaluation evaluation) {
        TextTable table = new TextTable("estimator", ">mean reward", ">error", ">low", ">high");
        named(evaluation)
                .forEach((name, one) -> table.row(
                        name,
                        one == null ? "needs --q and --qpi" : Numbers.plain(one.value()),
                        one == null ? "" : Numbers.plain(one.se()),
                        one == null ? "" : Numbers.plain(one.low()),
                        one == null ? "" : Numbers.plain(one.high())));
        return sentence(evaluation) + "\n\n" + diagnostics(evaluation) + "\n\n" + table;
    }

    private static String sentence(Evaluation evaluation) {
        return switch (evaluation.verdict()) {
            case Evaluation.DETERMINISTIC ->
                "This log cannot tell: it always chose with probability 1, so that nothing" + " else was ever tried.";
            case Evaluation.POOR_OVERLAP ->
                "Do not trust these numbers: the log hardly ever did what the policy would" + " do (poor overlap).";
            default ->
                "The policy would have earned " + estimated(best(evaluation)) + " a decision; the log earned "
                        + Numbers.plain(evaluation.logged().value()) + ".";
        };
    }

    /** The doubly robust estimate where there is a model: it is right where either the model or the probabilities are. */
    private static Estimate best(Evaluation evaluation) {
        Estimate robust = evaluation.estimators().dr();
        return robust == null ? evaluation.estimators().snips() : robust;
    }

    private static String estimated(Estimate estimate) {
        String range = estimate.low() == null
                ? ""
                : " (" + Numbers.plain(estimate.low()) + " to " + Numbers.plain(estimate.high()) + ")";
        return Numbers.plain(estimate.value()) + range;
    }

    private static String diagnostics(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%,d decisions, effective sample %,.1f (%.1f%%); mean weight %.3f, largest %.2f.",
                evaluation.n(),
                evaluation.ess(),
                100 * evaluation.ess() / evaluation.n(),
                evaluation.meanWeight(),
                evaluation.maxWeight());
    }

    private static Map<String, @Nullable Estimate> named(Evaluation evaluation) {
        Evaluation.Estimators estimators = evaluation.estimators();
        Map<String, @Nullable Estimate> named = new LinkedHashMap<>();
        named.put("logged", evaluation.logged());
        named.put("ips", estimators.ips());
        named.put("snips", estimators.snips());
        named.put("dm", estimators.dm());
        named.put("dr", estimators.dr());
        named.put("sndr", estimators.sndr());
        named.put("switchDr", estimators.switchDr());
        return named;
    }

    /** One row an estimator. */
    public static String csv(Evaluation evaluation) {
        CsvText csv =
                new CsvText().row("estimator", "value", "se", "low", "high", "n", "ess", "meanWeight", "maxWeight");
        named(evaluation).forEach((name, one) -> {
            csv.text(name);
            csv.number(one == null ? null : one.value()).number(one == null ? null : one.se());
            csv.number(one == null ? null : one.low()).number(one == null ? null : one.high());
            csv.number(evaluation.n()).number(evaluation.ess());
            csv.number(evaluation.meanWeight()).number(evaluation.maxWeight()).end();
        });
        return csv.toString();
    }
}
