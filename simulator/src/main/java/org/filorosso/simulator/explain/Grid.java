package org.filorosso.simulator.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.simulator.log.Privacy;
import org.filorosso.simulator.run.Decided;

/**
 * The single-decision grid: what each stage did to each candidate. Who is offered comes first, by rank, then who came
 * furthest.
 *
 * @param decided a decision with full explanation
 * @param rows in the order in which they are shown
 * @param privacy which values are not shown
 */
public record Grid(Decided decided, List<Candidate> rows, Privacy privacy) {

    private static final Comparator<Candidate> ORDER = Comparator.comparing((Candidate row) -> !row.offered())
            .thenComparingInt(Candidate::rank)
            .thenComparing(Candidate::stage, Comparator.reverseOrder())
            .thenComparing(Grid::priority, Comparator.reverseOrder())
            .thenComparing(Candidate::action);

    /** What a stage did to a candidate. */
    public enum Cell {
        PASSED("passed"),
        DROPPED("dropped"),
        UNKNOWN("dropped: a value was missing"),
        OFFERED("offered"),
        NOT_ASKED("not asked");

        private final String words;

        Cell(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The grid of a decision that was made with full explanation. */
    public static Grid of(Decided decided, Privacy privacy) {
        return new Grid(
                decided, decided.decision().candidates().stream().sorted(ORDER).toList(), privacy);
    }

    private static double priority(Candidate row) {
        Double known = row.priority();
        return known == null ? Double.NEGATIVE_INFINITY : known;
    }

    public Decision decision() {
        return decided.decision();
    }

    /** The stages, in order. */
    public static List<StageCode> stages() {
        return Arrays.asList(StageCode.values());
    }

    /** What a stage did to a candidate. */
    public static Cell cell(Candidate row, StageCode stage) {
        boolean spare = !row.offered() && row.stage() == StageCode.FALLBACK;
        int order = spare ? stage == StageCode.FALLBACK ? 0 : 1 : stage.compareTo(row.stage());
        if (order > 0) {
            return Cell.NOT_ASKED;
        }
        if (order < 0) {
            return Cell.PASSED;
        }
        return row.offered() ? Cell.OFFERED : unknown(row) ? Cell.UNKNOWN : Cell.DROPPED;
    }

    private static boolean unknown(Candidate row) {
        Candidate.Why why = row.why();
        Candidate.FailedTest test = why == null ? null : why.test();
        return test != null && test.unknown();
    }
}
