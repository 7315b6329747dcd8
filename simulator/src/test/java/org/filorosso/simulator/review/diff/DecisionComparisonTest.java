package org.filorosso.simulator.review.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.Shop;
import org.filorosso.simulator.review.change.Flow;
import org.filorosso.simulator.review.change.StageChange;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: what a change does to customers is counted wrongly, or differently from run to run. */
class DecisionComparisonTest {

    @TempDir
    Path folder;

    private final Playbook before = Shop.playbook();

    private Playbook after() {
        return Shop.load(Shop.with(
                        folder,
                        "engagement.csv",
                        text -> text.replace(
                                "E-2,eligibility,Grow/Plans,never,match", "E-2,eligibility,Nurture,never,match")))
                .orThrow();
    }

    private DecisionDiff compare(Playbook after, int threads, List<CustomerChange> each) throws FlawException {
        DecisionComparison.Side left = side(before);
        try (CustomerFile as = Shop.customers(before);
                CustomerFile bs = Shop.customers(after)) {
            return new DecisionComparison(left, side(after), threads).run(as, bs, each::add, new Flaws());
        }
    }

    private static DecisionComparison.Side side(Playbook playbook) throws FlawException {
        return new DecisionComparison.Side(Shop.engine(playbook), Shop.base(playbook), Shop.questions(playbook));
    }

    @Test
    void theSamePlaybookChangesNobody() throws FlawException {
        DecisionDiff diff = compare(before, 2, new ArrayList<>());

        assertThat(diff.decisions()).isEqualTo(240);
        assertThat(diff.changed()).isZero();
        assertThat(diff.flows()).noneMatch(Flow::changes);
        assertThat(diff.funnel())
                .isNotEmpty()
                .allMatch(stage -> stage.inBefore() == stage.inAfter() && stage.outBefore() == stage.outAfter());
    }

    @Test
    void threadsChangeNothing() throws FlawException {
        List<CustomerChange> one = new ArrayList<>();
        List<CustomerChange> four = new ArrayList<>();

        assertThat(compare(after(), 1, one)).isEqualTo(compare(after(), 4, four));
        assertThat(one).isEqualTo(four);
    }

    @Test
    void everyChangeIsThatOfTwoDecisions() throws FlawException {
        Playbook after = after();
        List<CustomerChange> each = new ArrayList<>();
        DecisionDiff diff = compare(after, 2, each);

        DecisionComparison.Side left = side(before);
        DecisionComparison.Side right = side(after);
        List<Subject> subjects = Shop.subjects(before);
        long changed = 0;
        for (int i = 0; i < subjects.size(); i++) {
            for (int q = 0; q < 2; q++) {
                String from = first(left, subjects.get(i), q);
                String to = first(right, subjects.get(i), q);
                CustomerChange change = each.get(2 * i + q);
                assertThat(List.of(change.id(), change.from(), change.to()))
                        .containsExactly(subjects.get(i).id(), from, to);
                changed += from.equals(to) ? 0 : 1;
            }
        }
        assertThat(diff.changed()).isEqualTo(changed).isPositive();
        assertThat(diff.flows().stream().mapToLong(Flow::count).sum()).isEqualTo(diff.decisions());
    }

    /** What the service counts of logged decisions and what the command line counts of a file is one count. */
    @Test
    void decisionsFromElsewhereAreCountedAlike() throws FlawException {
        Playbook after = after();
        DecisionComparison.Side left = side(before);
        DecisionComparison.Side right = side(after);
        DecisionPairs pairs = new DecisionPairs();
        long[] empty = new long[2];
        for (Subject subject : Shop.subjects(before)) {
            for (int q = 0; q < 2; q++) {
                Decision old = decision(left, subject, q);
                Decision now = decision(right, subject, q);
                empty[0] += old.results().isEmpty() ? 1 : 0;
                empty[1] += now.results().isEmpty() ? 1 : 0;
                pairs.add(subject.id(), left.questions().get(q).where(), old, now);
            }
        }

        DecisionDiff diff = compare(after, 2, new ArrayList<>());
        assertThat(pairs.diff()).isEqualTo(diff);
        assertThat(diff.funnel().stream().mapToLong(StageChange::emptiedBefore).sum())
                .as("answers that a stage emptied")
                .isEqualTo(empty[0])
                .isEqualTo(diff.decisions() - diff.withAction());
        assertThat(diff.funnel().stream().mapToLong(StageChange::emptiedAfter).sum())
                .isEqualTo(empty[1])
                .isEqualTo(diff.decisions() - diff.withActionAfter());
        assertThat(empty[0] + empty[1]).isPositive();
    }

    private static String first(DecisionComparison.Side side, Subject subject, int question) {
        List<Decision.Result> results = decision(side, subject, question).results();
        return results.isEmpty() ? Flow.NONE : results.get(0).action();
    }

    private static Decision decision(DecisionComparison.Side side, Subject subject, int question) {
        return side.engine()
                .decide(
                        subject,
                        side.questions().get(question).to(subject, side.engine().playbook()),
                        side.base().state(subject));
    }
}
