package org.filorosso.simulator.ope;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.data.Columns;
import org.filorosso.simulator.stats.data.Gathered;
import org.jspecify.annotations.Nullable;

/**
 * A log of decisions as CSV.
 *
 * @param reward column of the reward
 * @param pscore column of the logging policy's probability of the logged action
 * @param pi column of the new policy's probability of it
 * @param q column of a reward model's value of the logged action; null without a model
 * @param qpi column of the model's value of the new policy; null without a model
 * @param cluster column of what is independent, such as the subject; null where decisions are
 */
public record FeedbackFile(
        String reward,
        String pscore,
        String pi,
        @Nullable String q,
        @Nullable String qpi,
        @Nullable String cluster) {

    /**
     * Evaluates the log.
     *
     * @param threshold the largest weight that SWITCH-DR trusts, above 0
     * @param alpha share of errors of the intervals, 0..1
     * @param flaws takes the rows that are skipped: probabilities out of range, texts for numbers
     * @param read is told after each row
     * @throws FlawException if the file cannot be read or holds fewer than two good rows
     */
    public Evaluation evaluate(DataFile file, double threshold, double alpha, Flaws flaws, Runnable read)
            throws FlawException {
        Evaluating evaluating = new Evaluating(threshold, q != null);
        try (Columns columns = Columns.open(file, asked(), flaws);
                Gathered clusters = new Gathered(Evaluating.SIZE)) {
            while (columns.next()) {
                Feedback feedback = feedback(columns);
                if (feedback != null) {
                    count(evaluating.see(feedback), columns, clusters, evaluating);
                }
                read.run();
            }
            clusters.forEach((key, cells) -> evaluating.add(cells.get(0).values()));
        }
        Evaluation evaluation = evaluating.evaluation(alpha);
        if (evaluation.clusters() < 2) {
            throw flaws.end(
                    Flaw.of(file.name(), "holds fewer than two " + (cluster == null ? "good rows" : "clusters"), null));
        }
        return evaluation;
    }

    private void count(double[] sums, Columns columns, Gathered clusters, Evaluating evaluating) {
        if (cluster == null) {
            evaluating.add(sums);
        } else {
            clusters.add(columns.text(0), 0, 0, sums);
        }
    }

    private Columns.Asked asked() {
        List<String> numbers = new ArrayList<>(List.of(reward, pscore, pi));
        if (q != null && qpi != null) {
            numbers.add(q);
            numbers.add(qpi);
        }
        return Columns.Asked.of(cluster == null ? List.of() : List.of(cluster), numbers);
    }

    private @Nullable Feedback feedback(Columns columns) {
        double logged = columns.number(columns.place(pscore));
        double wanted = columns.number(columns.place(pi));
        if (!(logged > 0 && logged <= 1)) {
            columns.skip(pscore, String.valueOf(logged), "is no probability above 0", "Maybe 0.25.");
            return null;
        }
        if (!(wanted >= 0 && wanted <= 1)) {
            columns.skip(pi, String.valueOf(wanted), "is no probability", "Maybe 0.25.");
            return null;
        }
        double modelled = q == null ? 0 : columns.number(columns.place(q));
        double policy = qpi == null ? 0 : columns.number(columns.place(qpi));
        return new Feedback(columns.number(columns.place(reward)), logged, wanted, modelled, policy);
    }
}
