package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;

/**
 * How two playbooks decide for the same customers. The first result is the first of the answer; no action is
 * {@link #NONE}. Where several channels or directions are asked, every customer counts once for each.
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

    /** No action. */
    public static final String NONE = "(no action)";

    private static final int EXAMPLES = 20;

    /** How many answers go from one first result to another. */
    public record Flow(String from, String to, long count) {
        public boolean changes() {
            return !from.equals(to);
        }
    }

    /** Who is offered an action. */
    public record OfferChange(String action, long before, long after, long gained, long lost) {}

    /** Candidates of one stage. */
    public record StageChange(String stage, long inBefore, long outBefore, long inAfter, long outAfter) {}

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
    record Brief(String first, List<String> offered, List<Decision.StageCount> stages) {
        static Brief of(Decision decision) {
            List<String> offered =
                    decision.results().stream().map(Decision.Result::action).toList();
            return new Brief(offered.isEmpty() ? NONE : offered.get(0), offered, decision.stages());
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
        private final Map<String, Map<String, Long>> flows = new TreeMap<>();
        private final Map<String, long[]> offers = new TreeMap<>();
        private final Map<StageCode, long[]> funnel = new EnumMap<>(StageCode.class);
        private final List<CustomerChange> examples = new ArrayList<>();
        private final long[] totals = new long[4];

        /** Adds one customer; returns what changed. */
        CustomerChange add(Pair pair) {
            CustomerChange change = pair.change();
            totals[0]++;
            totals[1] += change.first() ? 1 : 0;
            totals[2] += pair.before.offered.isEmpty() ? 0 : 1;
            totals[3] += pair.after.offered.isEmpty() ? 0 : 1;
            flows.computeIfAbsent(change.from(), unseen -> new HashMap<>()).merge(change.to(), 1L, Long::sum);
            offers(pair.before.offered, 0);
            offers(pair.after.offered, 1);
            offers(change.gained(), 2);
            offers(change.lost(), 3);
            stages(pair.before.stages, 0);
            stages(pair.after.stages, 2);
            if (change.first() && examples.size() < EXAMPLES) {
                examples.add(change);
            }
            return change;
        }

        private void offers(List<String> actions, int column) {
            actions.forEach(action -> offers.computeIfAbsent(action, unseen -> new long[4])[column]++);
        }

        private void stages(List<Decision.StageCount> stages, int column) {
            for (Decision.StageCount stage : stages) {
                long[] counts = funnel.computeIfAbsent(stage.stage(), unseen -> new long[4]);
                counts[column] += stage.in();
                counts[column + 1] += stage.out();
            }
        }

        DecisionDiff diff() {
            return new DecisionDiff(
                    totals[0], totals[1], totals[2], totals[3], flows(), offers(), stages(), List.copyOf(examples));
        }

        private List<Flow> flows() {
            List<Flow> all = new ArrayList<>();
            flows.forEach((from, to) -> to.forEach((last, count) -> all.add(new Flow(from, last, count))));
            all.sort(Comparator.comparingLong(Flow::count)
                    .reversed()
                    .thenComparing(Flow::from)
                    .thenComparing(Flow::to));
            return List.copyOf(all);
        }

        private List<OfferChange> offers() {
            return offers.entrySet().stream()
                    .map(one -> new OfferChange(
                            one.getKey(), one.getValue()[0], one.getValue()[1], one.getValue()[2], one.getValue()[3]))
                    .sorted(Comparator.comparingLong((OfferChange one) -> -(one.gained() + one.lost()))
                            .thenComparing(OfferChange::action))
                    .toList();
        }

        private List<StageChange> stages() {
            return funnel.entrySet().stream()
                    .map(one -> new StageChange(
                            one.getKey().code(),
                            one.getValue()[0],
                            one.getValue()[1],
                            one.getValue()[2],
                            one.getValue()[3]))
                    .toList();
        }
    }
}
