package org.filorosso.api.response;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.filorosso.api.response.InteractionStore.Past;
import org.filorosso.engine.playbook.Outcome;

/** Which acceptance a reversal undoes: the latest before it, unless another reversal did. */
final class Undone {
    private Undone() {}

    /** The acceptance that a reversal at that time undoes, if none has undone it yet. */
    static Optional<Past> by(List<Past> rows, Instant reversedAt) {
        return standing(rows, reversedAt)
                .filter(row -> !reversedAfter(rows, row.row().at()));
    }

    /** Whether a reversal that came before its acceptance waits for the one at that time. */
    static boolean already(List<Past> rows, Instant acceptedAt) {
        return reversedAfter(rows, acceptedAt) && standing(rows, acceptedAt).isEmpty();
    }

    private static Optional<Past> standing(List<Past> rows, Instant until) {
        return latest(rows, row -> !row.row().at().isAfter(until))
                .filter(row -> row.row().outcome() == Outcome.ACCEPTED);
    }

    private static boolean reversedAfter(List<Past> rows, Instant acceptedAt) {
        return rows.stream()
                .filter(Undone::counts)
                .filter(row -> row.row().at().isAfter(acceptedAt))
                .min(Comparator.comparing(row -> row.row().at()))
                .map(row -> row.row().outcome() == Outcome.REVERSED)
                .orElse(false);
    }

    private static Optional<Past> latest(List<Past> rows, Predicate<Past> before) {
        Past latest = null;
        for (Past row : rows) {
            boolean newer =
                    latest == null || !row.row().at().isBefore(latest.row().at());
            if (counts(row) && before.test(row) && newer) {
                latest = row;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static boolean counts(Past row) {
        return row.row().outcome() == Outcome.ACCEPTED || row.row().outcome() == Outcome.REVERSED;
    }
}
