package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.simulator.review.change.BeforeAfter;
import org.filorosso.simulator.review.change.Flow;
import org.filorosso.simulator.review.change.Flows;
import org.filorosso.simulator.review.change.Funnel;
import org.filorosso.simulator.review.change.OfferChange;
import org.filorosso.simulator.review.change.StageChange;
import org.jspecify.annotations.Nullable;

/**
 * How two playbooks decide for the same customers. The first result is the first of the answer; no action is
 * {@link Flow#NONE}. Where several channels or directions are asked, every customer counts once for each.
 *
 * @param decisions under either playbook: customers times channels and directions asked
 * @param changed those whose first result differs
 * @param withAction before: those with a first result
 * @param withActionAfter after: those with a first result
 * @param flows from which first result to which, unchanged ones included, the largest first
 * @param offers per action how many answers offer it anywhere, the largest change first
 * @param funnel candidates into and out of each stage, summed over the customers
 * @param examples the first whose first result changed, in the order of the file
 */
public record DecisionDiff(
        long decisions,
        long changed,
        long withAction,
        long withActionAfter,
        List<Flow> flows,
        List<OfferChange> offers,
        List<StageChange> funnel,
        List<CustomerChange> examples) {

    private static final int EXAMPLES = 20;

    /** One answer that changed: first results, and the actions that came and went anywhere in it. */
    public record CustomerChange(
            String id, String where, String from, String to, List<String> gained, List<String> lost) {
        public boolean first() {
            return !from.equals(to);
        }

        /** Whether anything changed but the order behind the first. */
        public boolean any() {
            return first() || !gained.isEmpty() || !lost.isEmpty();
        }
    }

    /** What is kept of a decision. */
    record Brief(
            String first,
            List<String> offered,
            List<Decision.StageCount> stages,
            @Nullable StageCode emptied) {
        static Brief of(Decision decision) {
            List<String> offered =
                    decision.results().stream().map(Decision.Result::action).toList();
            return new Brief(
                    offered.isEmpty() ? Flow.NONE : offered.get(0),
                    offered,
                    decision.stages(),
                    decision.noActionReason());
        }
    }

    /** One question about one customer, under both playbooks. */
    record Pair(String id, String where, Brief before, Brief after) {
        CustomerChange change() {
            return new CustomerChange(
                    id, where, before.first, after.first, without(after, before), without(before, after));
        }

        private static List<String> without(Brief all, Brief known) {
            return all.offered.stream()
                    .filter(action -> !known.offered.contains(action))
                    .toList();
        }
    }

    /** Adds customers up, in their order. Not thread-safe. */
    static final class Sum {
        private final Flows flows = new Flows();
        private final Map<String, long[]> offers = new TreeMap<>();
        private final Funnel before = new Funnel();
        private final Funnel after = new Funnel();
        private final List<CustomerChange> examples = new ArrayList<>();
        private final long[] totals = new long[4];

        /** Adds one customer; returns what changed. */
        CustomerChange add(Pair pair) {
            CustomerChange change = pair.change();
            totals[0]++;
            totals[1] += change.first() ? 1 : 0;
            totals[2] += pair.before.offered.isEmpty() ? 0 : 1;
            totals[3] += pair.after.offered.isEmpty() ? 0 : 1;
            flows.add(change.from(), change.to());
            offers(pair.before.offered, 0);
            offers(pair.after.offered, 1);
            offers(change.gained(), 2);
            offers(change.lost(), 3);
            before.add(pair.before.stages, pair.before.emptied);
            after.add(pair.after.stages, pair.after.emptied);
            if (change.first() && examples.size() < EXAMPLES) {
                examples.add(change);
            }
            return change;
        }

        private void offers(List<String> actions, int column) {
            actions.forEach(action -> offers.computeIfAbsent(action, unseen -> new long[4])[column]++);
        }

        DecisionDiff diff() {
            return new DecisionDiff(
                    totals[0],
                    totals[1],
                    totals[2],
                    totals[3],
                    flows.all(),
                    offers(),
                    StageChange.of(before.stages(), after.stages()),
                    List.copyOf(examples));
        }

        private List<OfferChange> offers() {
            return offers.entrySet().stream()
                    .map(one -> new OfferChange(
                            one.getKey(), one.getValue()[0], one.getValue()[1], one.getValue()[2], one.getValue()[3]))
                    .sorted(OfferChange.LARGEST_FIRST)
                    .toList();
        }
    }

    /**
     * The same in the form that every comparison has.
     *
     * @param before what the first playbook is called
     * @param after what the second is called
     */
    public BeforeAfter sides(String before, String after) {
        return new BeforeAfter(before, after, funnel, offers, flows);
    }
}
