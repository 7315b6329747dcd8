package org.filorosso.simulator.review.reach;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Target;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;

/**
 * Counts whom a target reaches: on any of the channels and directions asked. Every day is decided anew for every customer
 * for whom it may differ; whose answer cannot depend on the day is decided once.
 */
public final class ReachCount {
    private final Engine engine;
    private final KnownCustomers base;
    private final Asked asked;
    private final int threads;
    private final List<Timeless> timeless;

    /**
     * What is asked.
     *
     * @param questions of the first day, at least one, all at one time and with an explanation
     * @param target whose actions are counted
     * @param days how many days to look ahead, from 0
     */
    public record Asked(List<Question> questions, Target target, int days) {
        ZonedDateTime at() {
            return questions.get(0).at();
        }
    }

    /** @param threads at least 1; changes no result */
    public ReachCount(Engine engine, KnownCustomers base, Asked asked, int threads) {
        this.engine = engine;
        this.base = base;
        this.asked = asked;
        this.threads = threads;
        this.timeless = asked.questions().stream()
                .map(question -> Timeless.of(engine.playbook(), question, asked.days()))
                .toList();
    }

    /** What came of one customer: the days on which he is reached, and what holds him on the first. */
    record Head(BitSet days, @Nullable Held held) {}

    /** What holds a customer. */
    record Held(String stage, String rule, String source, String reason) {}

    /**
     * Counts all customers of a file.
     *
     * @param each told after each customer
     * @throws FlawException if the file cannot be read on
     */
    public Reach run(CustomerFile file, Runnable each, Flaws flaws) throws FlawException {
        Sum sum = new Sum();
        new InOrder(threads)
                .run(
                        file::next,
                        row -> head(base.complete(row.subject())),
                        head -> {
                            sum.add(head);
                            each.run();
                        },
                        flaws);
        return sum.reach();
    }

    private Head head(Subject subject) {
        State state = base.state(subject);
        List<Decision> today = asked.questions().stream()
                .map(question -> decide(subject, question, state))
                .toList();
        BitSet reached = new BitSet(asked.days() + 1);
        reached.set(0, today.stream().anyMatch(this::reaches));
        for (int day = 1; day <= asked.days(); day++) {
            reached.set(day, reaches(subject, state, today, day));
        }
        return new Head(reached, reached.get(0) ? null : held(today));
    }

    private Decision decide(Subject subject, Question question, State state) {
        return engine.decide(subject, question.to(subject, engine.playbook()), state);
    }

    private boolean reaches(Subject subject, State state, List<Decision> today, int day) {
        ZonedDateTime at = asked.at().plusDays(day);
        State.Counters counters = new LaterCounters(
                engine.playbook(), state.counters(), asked.at().toLocalDate(), at.toLocalDate());
        State later = state.with(counters, state.quotes(), state.counts());
        for (int i = 0; i < today.size(); i++) {
            Question question = asked.questions().get(i);
            boolean reached = timeless.get(i).of(subject, state)
                    ? reaches(today.get(i))
                    : reaches(decide(subject, question.at(at), later));
            if (reached) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(Decision decision) {
        return decision.candidates().stream().anyMatch(one -> meant(one) && survives(one));
    }

    private boolean meant(Candidate candidate) {
        var action = engine.playbook().catalogue().find(candidate.action());
        return action != null && asked.target().names(action.index());
    }

    private static boolean survives(Candidate candidate) {
        return candidate.offered() || candidate.stage() == StageCode.PLACEMENT;
    }

    /** What holds the action of the target that came furthest; the first asked, in file order, of several. */
    private Held held(List<Decision> today) {
        Candidate furthest = null;
        for (Decision decision : today) {
            for (Candidate one : decision.candidates()) {
                if (meant(one) && (furthest == null || one.stage().compareTo(furthest.stage()) > 0)) {
                    furthest = one;
                }
            }
        }
        Candidate.Why why = furthest == null ? null : furthest.why();
        if (furthest == null || why == null) {
            throw new IllegalStateException("Who is not reached must have an action of the target that was dropped");
        }
        return new Held(furthest.stage().code(), why.rule(), why.source(), why.reason());
    }

    /** Adds customers up, in their order. */
    private final class Sum {
        private final long[] heads = new long[asked.days() + 1];
        private final long[] newly = new long[asked.days() + 1];
        private final Map<Held, List<Integer>> held = new HashMap<>();
        private long customers;

        void add(Head head) {
            customers++;
            head.days().stream().forEach(day -> heads[day]++);
            int first = head.days().nextSetBit(0);
            if (first >= 0) {
                newly[first]++;
            }
            Held hold = head.held();
            if (hold != null) {
                held.computeIfAbsent(hold, unseen -> new ArrayList<>()).add(first);
            }
        }

        Reach reach() {
            List<Reach.Day> byDay = new ArrayList<>();
            for (int day = 0; day <= asked.days(); day++) {
                byDay.add(new Reach.Day(day, date(day), heads[day], newly[day]));
            }
            List<Reach.Hold> holds = new ArrayList<>();
            held.forEach((hold, frees) -> holds.add(hold(hold, frees)));
            holds.sort(Comparator.comparingLong(Reach.Hold::heads)
                    .reversed()
                    .thenComparing(Reach.Hold::stage)
                    .thenComparing(Reach.Hold::rule)
                    .thenComparing(Reach.Hold::reason));
            return new Reach(asked.target().path(), customers, heads[0], byDay, List.copyOf(holds));
        }

        private Reach.Hold hold(Held hold, List<Integer> frees) {
            int[] free = frees.stream()
                    .mapToInt(Integer::intValue)
                    .filter(day -> day > 0)
                    .sorted()
                    .toArray();
            boolean none = free.length == 0;
            return new Reach.Hold(
                    hold.stage(),
                    hold.rule(),
                    hold.source(),
                    hold.reason(),
                    frees.size(),
                    free.length,
                    none ? null : date(free[0]),
                    none ? null : date(free[free.length - 1]));
        }

        private LocalDate date(int day) {
            return asked.at().plusDays(day).toLocalDate();
        }
    }
}
