package org.filorosso.simulator.review.price;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.learn.Assignment;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.run.Decided;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.Question;

/**
 * Prices the rules of a playbook: every customer is decided once with all of them, and once more without each rule that
 * might have mattered to him. Who is matched by what is found once.
 */
public final class Pricing {
    private final Playbook playbook;
    private final Recall recall;
    private final Engine engine;
    private final Engine recalled;
    private final List<Rule> rules;
    private final List<Engine> without = new ArrayList<>();

    /**
     * @param matcher finds the rows of this very playbook
     * @param rule id of the only rule to price, or empty for all
     */
    public Pricing(Playbook playbook, Matcher matcher, String rule) {
        this.playbook = playbook;
        this.recall = new Recall(playbook, matcher);
        this.engine = new Engine(playbook, recall.recording());
        this.recalled = new Engine(playbook, recall.replaying());
        this.rules = Rule.of(playbook).stream()
                .filter(one -> rule.isEmpty() || one.row().id().equals(rule))
                .toList();
        Without gone = new Without(playbook);
        rules.forEach(one -> without.add(new Engine(gone.row(one.row()), recall.replaying())));
    }

    /** Ids of all rules that can be priced. */
    public static List<String> ids(Playbook playbook) {
        return Rule.of(playbook).stream().map(one -> one.row().id()).distinct().toList();
    }

    /**
     * A part of the customers, chosen by a hash of their ids: the same seed chooses the same ones.
     *
     * @param share 0..1; 1 is everybody
     */
    public record Sample(double share, long seed) {
        public static final Sample ALL = new Sample(1, 0);

        boolean takes(String id) {
            return share >= 1 || Assignment.unit("sample " + seed, id) < share;
        }
    }

    /**
     * Prices over customers of whom this is known.
     *
     * @param questions each customer is asked; how much they explain does not matter
     * @param threads at least 1; changes no result
     */
    public Run over(KnownCustomers base, List<Question> questions, int threads) {
        List<Question> explained = questions.stream()
                .map(question -> question.explained(Explain.SUMMARY))
                .toList();
        return new Run(base, explained, threads);
    }

    /** One decision: its first result with all rules, and that without each that might matter. */
    private record Priced(Outcome outcome, List<Effect> effects) {}

    /** The first result. */
    private record Outcome(String action, double priority) {
        static Outcome of(Decision decision) {
            List<Decision.Result> results = decision.results();
            return results.isEmpty()
                    ? new Outcome("", 0)
                    : new Outcome(results.get(0).action(), results.get(0).priority());
        }

        int contacts() {
            return action.isEmpty() ? 0 : 1;
        }
    }

    /** The first result without a rule. */
    private record Effect(int rule, Outcome outcome) {}

    /** Pricing over one file. */
    public final class Run {
        private final KnownCustomers base;
        private final List<Question> questions;
        private final int threads;

        private Run(KnownCustomers base, List<Question> questions, int threads) {
            this.base = base;
            this.questions = questions;
            this.threads = threads;
        }

        /**
         * Goes through the file.
         *
         * @param each told after each customer
         * @throws FlawException if the file cannot be read on
         */
        public PriceList prices(CustomerFile file, Sample sample, Runnable each, Flaws flaws) throws FlawException {
            Sum sum = new Sum();
            new InOrder(threads)
                    .run(
                            file::next,
                            (CustomerFile.Row row) -> price(row, sample),
                            priced -> {
                                sum.customer(priced);
                                each.run();
                            },
                            flaws);
            return sum.list();
        }

        private List<Priced> price(CustomerFile.Row row, Sample sample) throws FlawException {
            Subject profile = row.subject();
            if (!sample.takes(profile.id())) {
                return List.of();
            }
            Subject subject = base.complete(profile);
            State state = base.state(subject);
            return questions.stream()
                    .map(question -> price(subject, question, state))
                    .toList();
        }

        private Priced price(Subject subject, Question question, State state) {
            Request again = question.explained(Explain.NONE).to(subject, playbook);
            return priced(subject, question.to(subject, playbook), again, state);
        }
    }

    private Priced priced(Subject subject, Request explained, Request again, State state) {
        Decided decided = new Decided(subject, explained, state, engine.decide(subject, explained, state));
        BitSet matched = recalled.matched(subject, explained, state);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).doubt().about(matched, decided)) {
                Decision decision = without.get(i).decide(subject, again, state);
                effects.add(new Effect(i, Outcome.of(decision)));
            }
        }
        return new Priced(Outcome.of(decided.decision()), effects);
    }

    /** Prices over decisions that were made before, one after the other. */
    public Tally tally() {
        return new Tally();
    }

    /** Price tags of decisions added one by one. Not thread-safe. */
    public final class Tally {
        private final Sum sum = new Sum();

        private Tally() {}

        /**
         * Decides what was decided before, with and without each rule that might matter.
         *
         * @param explained with a summary at least
         * @param again the same without explanation
         */
        public void add(Subject subject, Request explained, Request again, State state) {
            sum.customer(List.of(priced(subject, explained, again, state)));
        }

        /** The price tags so far; each decision stands for a customer. */
        public PriceList list() {
            return sum.list();
        }
    }

    /** Adds customers up, in their order. */
    private final class Sum {
        private final long[] looked = new long[rules.size()];
        private final long[] changed = new long[rules.size()];
        private final double[] priority = new double[rules.size()];
        private final long[] contacts = new long[rules.size()];
        private long customers;
        private long skipped;
        private double total;
        private long reached;

        void customer(List<Priced> decisions) {
            if (decisions.isEmpty()) {
                skipped++;
            } else {
                customers++;
            }
            decisions.forEach(this::add);
        }

        private void add(Priced priced) {
            Outcome with = priced.outcome();
            total += with.priority();
            reached += with.contacts();
            for (Effect effect : priced.effects()) {
                Outcome other = effect.outcome();
                looked[effect.rule()]++;
                changed[effect.rule()] += with.action().equals(other.action()) ? 0 : 1;
                priority[effect.rule()] += with.priority() - other.priority();
                contacts[effect.rule()] += with.contacts() - other.contacts();
            }
        }

        PriceList list() {
            List<PriceTag> tags = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                var row = rules.get(i).row();
                String reason = row.reason()
                        .in(
                                playbook.settings().defaultLanguage(),
                                playbook.settings().defaultLanguage());
                tags.add(new PriceTag(
                        row.table(), row.id(), row.source(), reason, looked[i], changed[i], priority[i], contacts[i]));
            }
            tags.sort(Comparator.comparingDouble((PriceTag tag) -> -Math.abs(tag.priority()))
                    .thenComparingLong(tag -> -Math.abs(tag.contacts()))
                    .thenComparing(PriceTag::table)
                    .thenComparing(PriceTag::rule));
            return new PriceList(customers, skipped, total, reached, List.copyOf(tags));
        }
    }
}
