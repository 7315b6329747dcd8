package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Treatment.Part;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Request}.
 *
 * @param arm the arm, or {@code holdout}
 * @param variants by experiment, only those whose rows were looked at or that dropped somebody
 * @param stage the lifecycle stage
 * @param placements in the order asked; each may be empty
 * @param noActionReason the stage that emptied the answer, or null when there is a result
 * @param stages what each stage was given and left, in order
 * @param candidates every action and why it is or is not there; empty without explanation
 */
public record Decision(
        String interactionId,
        Instant at,
        String subjectId,
        String playbook,
        String revision,
        String arm,
        Map<String, String> variants,
        String stage,
        List<Filled> placements,
        @Nullable StageCode noActionReason,
        List<StageCount> stages,
        List<Candidate> candidates) {

    /** All results of all placements, in order. */
    public List<Result> results() {
        return placements.stream().flatMap(filled -> filled.results().stream()).toList();
    }

    /** A placement and what goes into it, best first. */
    public record Filled(String name, List<Result> results) {}

    /** How many candidates a stage was given and left. */
    public record StageCount(StageCode stage, int in, int out) {}

    /**
     * One action offered.
     *
     * @param rank place in its placement, from 1
     * @param treatment id of the treatment
     * @param price the terms quoted, or null
     * @param choicePropensity the probability with which this policy, in this state, puts the action first
     * @param reason the sentence for people, may be empty
     * @param because ids of the rows that speak for it
     * @param texts by part, placeholders filled; empty parts are absent
     */
    public record Result(
            int rank,
            String action,
            String issue,
            String group,
            String treatment,
            @Nullable BigDecimal price,
            double cost,
            Factors factors,
            double priority,
            double choicePropensity,
            String reason,
            List<String> because,
            boolean fallback,
            String title,
            Map<Part, String> texts) {}

    /** P, C, V and L of a priority. */
    public record Factors(double propensity, double contextWeight, double value, double lever) {

        public double priority() {
            return propensity * contextWeight * value * lever;
        }
    }
}
