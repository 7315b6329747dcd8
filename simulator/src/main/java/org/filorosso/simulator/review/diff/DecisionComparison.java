package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.review.diff.DecisionDiff.Brief;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.Question;

/**
 * Decides for every customer of a file under two playbooks and adds up what differs. The result does not depend on the
 * number of threads; memory does not grow with the file.
 */
public final class DecisionComparison {
    private final Side before;
    private final Side after;
    private final int threads;

    /**
     * One of the two playbooks with what is known of the customers, and the question in its terms.
     *
     * @param questions with an explanation, without which there is no funnel
     */
    public record Side(Engine engine, KnownCustomers base, List<Question> questions) {

        private Brief decide(Subject profile, Question question) {
            Subject subject = base.complete(profile);
            Request request = question.to(subject, engine.playbook());
            Decision decision = engine.decide(subject, request, base.state(subject));
            return Brief.of(decision);
        }
    }

    /**
     * @param after with the same questions as {@code before}, in the same order
     * @param threads at least 1
     */
    public DecisionComparison(Side before, Side after, int threads) {
        this.before = before;
        this.after = after;
        this.threads = threads;
    }

    /** The same line of the file, read in the terms of either playbook. */
    private record Rows(CustomerFile.Row before, CustomerFile.Row after) {}

    /**
     * Compares all customers of a file.
     *
     * @param as the file, opened for the earlier playbook
     * @param bs the same file, opened for the later one
     * @param each receives every customer, in the order of the file, changed or not
     * @param flaws receives the rows that are skipped: those that either playbook cannot take
     * @throws FlawException if the file cannot be read on, or changes while it is read
     */
    public DecisionDiff run(CustomerFile as, CustomerFile bs, Consumer<CustomerChange> each, Flaws flaws)
            throws FlawException {
        DecisionDiff.Sum sum = new DecisionDiff.Sum();
        new InOrder(threads)
                .run(
                        most -> pairs(as.next(most), bs.next(most)),
                        this::decide,
                        pairs -> pairs.forEach(pair -> each.accept(sum.add(pair))),
                        flaws);
        return sum.diff();
    }

    private static List<Rows> pairs(List<CustomerFile.Row> as, List<CustomerFile.Row> bs) throws FlawException {
        if (as.size() != bs.size()) {
            throw new FlawException(
                    Flaw.of("customers", "the file changes while it is read", "Maybe wait until it is written."));
        }
        List<Rows> pairs = new ArrayList<>(as.size());
        for (int i = 0; i < as.size(); i++) {
            pairs.add(new Rows(as.get(i), bs.get(i)));
        }
        return pairs;
    }

    private List<DecisionDiff.Pair> decide(Rows rows) throws FlawException {
        Subject one = rows.before.subject();
        Subject other = rows.after.subject();
        List<DecisionDiff.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < before.questions().size(); i++) {
            Question question = before.questions().get(i);
            pairs.add(new DecisionDiff.Pair(
                    one.id(),
                    question.where(),
                    before.decide(one, question),
                    after.decide(other, after.questions().get(i))));
        }
        return pairs;
    }
}
