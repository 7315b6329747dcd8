package org.filorosso.simulator.review.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Targets;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.review.Shop;
import org.filorosso.simulator.run.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: a campaign is planned on heads that are not there, or on a day on which nobody comes free. */
class ReachCountTest {
    private static final int DAYS = 20;

    private final Playbook playbook = Shop.playbook();
    private final Engine engine = Shop.engine(playbook);
    private final KnownCustomers base;
    private final List<Subject> subjects;

    ReachCountTest() throws FlawException {
        base = Shop.base(playbook);
        subjects = Shop.subjects(playbook);
    }

    private Target target(String path) {
        return Objects.requireNonNull(new Targets(playbook.catalogue()).find(path));
    }

    private Reach reach(List<Question> questions, String path, KnownCustomers base, int threads) throws FlawException {
        ReachCount.Asked asked = new ReachCount.Asked(questions, target(path), DAYS);
        try (CustomerFile file = Shop.customers(playbook)) {
            return new ReachCount(engine, base, asked, threads).run(file, () -> {}, new Flaws());
        }
    }

    /** The oracle decides for everybody on every day, and knows no shortcut. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "Grow", "Grow/Plans/more-data", "Retain"})
    void everyDayHasTheHeadsOfThatDaysDecisions(String path) throws FlawException {
        List<Question> questions = Shop.questions(playbook);
        Reach reach = reach(questions, path, base, 2);

        assertThat(reach.customers()).isEqualTo(120);
        for (Reach.Day day : reach.days()) {
            long heads = 0;
            for (Subject subject : subjects) {
                heads += questions.stream()
                                .anyMatch(question -> reached(
                                        subject, question.at(question.at().plusDays(day.day())), path))
                        ? 1
                        : 0;
            }
            assertThat(day.heads()).as("day %d", day.day()).isEqualTo(heads);
        }
        assertThat(reach.holds().stream().mapToLong(Reach.Hold::heads).sum()).isEqualTo(120 - reach.heads());
    }

    private boolean reached(Subject subject, Question question, String path) {
        Decision decision = engine.decide(subject, question.to(subject, playbook), base.state(subject));
        return decision.candidates().stream()
                .filter(one -> target(path)
                        .names(Objects.requireNonNull(playbook.catalogue().find(one.action()))
                                .index()))
                .anyMatch(one -> one.offered() || one.stage() == StageCode.PLACEMENT);
    }

    /** Hazard: who has no past and no moving rule is decided once; that must not hide a quiet Sunday. */
    @Test
    void nobodyIsReachedByEmailOnASunday() throws FlawException {
        List<Question> email = List.of(Shop.question(playbook, "email", Direction.OUTBOUND));

        List<Reach.Day> days =
                reach(email, "*", KnownCustomers.none(playbook), 2).days();

        assertThat(days.get(6).date()).isEqualTo(LocalDate.of(2026, 3, 8));
        assertThat(days.get(6).heads()).isLessThan(days.get(5).heads());
    }

    @Test
    void whoIsHeldByALimitComesFreeOnTheDayItEnds() throws FlawException {
        List<Question> email = List.of(Shop.question(playbook, "email", Direction.OUTBOUND));
        Reach reach = reach(email, "Nurture", base, 1);

        Reach.Hold limit = reach.holds().stream()
                .filter(hold -> hold.stage().equals("contact-policy") && hold.free() > 0)
                .findFirst()
                .orElseThrow();

        assertThat(ends(email.get(0), limit)).contains(limit.next());
    }

    /** The days by which the limits of those that the row holds have ended, as explanations give them. */
    private List<LocalDate> ends(Question question, Reach.Hold hold) {
        return subjects.stream()
                .flatMap(subject ->
                        engine
                                .decide(subject, question.to(subject, playbook), base.state(subject))
                                .candidates()
                                .stream())
                .map(Candidate::why)
                .filter(why -> why != null && why.rule().equals(hold.rule()) && why.limit() != null)
                .map(why -> Objects.requireNonNull(why).limit().until())
                .filter(Objects::nonNull)
                .map(until -> {
                    var end = until.atZone(question.at().getZone());
                    boolean today = !end.toLocalTime().isAfter(question.at().toLocalTime());
                    return end.toLocalDate().plusDays(today ? 0 : 1);
                })
                .toList();
    }

    @Test
    void threadsChangeNothing() throws FlawException {
        List<Question> questions = Shop.questions(playbook);

        assertThat(reach(questions, "Grow", base, 4)).isEqualTo(reach(questions, "Grow", base, 1));
    }
}
