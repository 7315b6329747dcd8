package org.filorosso.engine.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a customer teach of acceptance: presented (or sent) and accepted, each once per interaction and action;
 * an acceptance that was reversed teaches nothing.
 */
public final class Lessons {
    private Lessons() {}

    /** One row that counts. */
    public record Lesson(Interaction row, boolean accepted) {}

    /**
     * The rows that count, in their order; of several that tell the same the first does.
     *
     * @param until rows after it teach nothing, but may reverse
     */
    public static List<Lesson> of(List<Interaction> rows, Instant until) {
        Set<String> counted = new HashSet<>();
        List<Lesson> lessons = new ArrayList<>();
        for (Interaction row : rows) {
            Boolean accepted = accepted(row, rows);
            if (accepted != null
                    && !row.at().isAfter(until)
                    && counted.add(row.id() + '\n' + row.action() + '\n' + accepted)) {
                lessons.add(new Lesson(row, accepted));
            }
        }
        return lessons;
    }

    private static @Nullable Boolean accepted(Interaction row, List<Interaction> rows) {
        return switch (row.outcome()) {
            case PRESENTED, SENT -> Boolean.FALSE;
            case ACCEPTED -> reversed(row, rows) ? null : Boolean.TRUE;
            default -> null;
        };
    }

    /** Whether the next acceptance or reversal of the action undoes this one. */
    private static boolean reversed(Interaction accepted, List<Interaction> rows) {
        return rows.stream()
                .filter(row ->
                        row.action().equals(accepted.action()) && row.at().isAfter(accepted.at()))
                .filter(row -> row.outcome() == Outcome.ACCEPTED || row.outcome() == Outcome.REVERSED)
                .min(Comparator.comparing(Interaction::at))
                .map(row -> row.outcome() == Outcome.REVERSED)
                .orElse(false);
    }
}
