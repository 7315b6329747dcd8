package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.log.CsvText;

/**
 * How many winners change when one factor of the priority is left out, over a sample of decisions: of those with a choice, whose
 * highest priority is not the highest product of the other three. A draw that leaves several equal counts as no change. Not
 * thread-safe.
 */
final class Sensitivity {
    /** Of so many days of customers the decisions are looked at closely: some thousands. */
    private static final double LOOKED_AT = 4_000;

    private static final long SAMPLE = Draws.part("sensitivity");

    private enum Left {
        PROPENSITY("propensity", factors -> factors.contextWeight() * factors.value() * factors.lever()),
        CONTEXT("context weight", factors -> factors.propensity() * factors.value() * factors.lever()),
        VALUE("value", factors -> factors.propensity() * factors.contextWeight() * factors.lever()),
        LEVER("lever", factors -> factors.propensity() * factors.contextWeight() * factors.value());

        private final String words;
        private final ToDoubleFunction<Factors> rest;

        Left(String words, ToDoubleFunction<Factors> rest) {
            this.words = words;
            this.rest = rest;
        }
    }

    private final long[] changed = new long[Left.values().length];
    private long decisions;

    /** The share of decisions that are looked at; the same whatever the threads. */
    static double share(int customers, int days) {
        return Math.min(1, LOOKED_AT / Math.max(1.0, (double) customers * days));
    }

    /** Whether a decision is looked at. */
    static boolean looksAt(Draws draws, double share, long customer, int day, long occasion) {
        return share >= 1 || draws.unit(customer, day, occasion, SAMPLE) < share;
    }

    /** @param decision explained; one without a choice is passed over */
    void add(Decision decision) {
        List<Factors> ranked = new ArrayList<>();
        for (Candidate candidate : decision.candidates()) {
            Factors factors = candidate.factors();
            if (factors != null && (candidate.offered() || candidate.stage() == StageCode.PLACEMENT)) {
                ranked.add(factors);
            }
        }
        if (ranked.size() < 2) {
            return;
        }
        decisions++;
        Factors winner = best(ranked, Factors::priority);
        for (Left left : Left.values()) {
            Factors other = best(ranked, left.rest);
            if (left.rest.applyAsDouble(other) > left.rest.applyAsDouble(winner)) {
                changed[left.ordinal()]++;
            }
        }
    }

    private static Factors best(List<Factors> ranked, ToDoubleFunction<Factors> by) {
        Factors best = ranked.get(0);
        for (Factors one : ranked) {
            best = by.applyAsDouble(one) > by.applyAsDouble(best) ? one : best;
        }
        return best;
    }

    /** {@code arm, factor, decisions, changed}. */
    String rows(String arm) {
        CsvText csv = new CsvText();
        for (Left left : Left.values()) {
            csv.text(arm)
                    .text(left.words)
                    .number(decisions)
                    .number(changed[left.ordinal()])
                    .end();
        }
        return csv.toString();
    }
}
