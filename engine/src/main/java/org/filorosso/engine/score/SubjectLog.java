package org.filorosso.engine.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * All that the log holds of one subject, oldest first.
 *
 * @param known what else is known of the subject
 * @param responses outcomes, {@code decided} not among them
 */
public record SubjectLog(
        String id, Known known, List<Decided> decisions, List<Interaction> responses, List<Event> events) {

    /** A log of rows in any order. */
    public static SubjectLog of(
            String id, Known known, List<Decided> decisions, List<Interaction> responses, List<Event> events) {
        return new SubjectLog(
                id,
                known,
                sorted(decisions, Comparator.comparing(Decided::at)),
                sorted(
                        responses.stream()
                                .filter(row -> row.outcome() != Outcome.DECIDED)
                                .toList(),
                        Comparator.comparing(Interaction::at)),
                sorted(events, Comparator.comparing(Event::at)));
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        List<T> copy = new ArrayList<>(rows);
        copy.sort(order);
        return List.copyOf(copy);
    }

    /** The decisions by interaction. */
    public Map<String, Decided> byInteraction() {
        Map<String, Decided> found = new HashMap<>();
        decisions.forEach(decided -> found.put(decided.interactionId(), decided));
        return found;
    }

    /** The latest decision up to a moment, or null: what happened outside our offers is seen in its light. */
    public @Nullable Decided latest(Instant at) {
        Decided latest = null;
        for (Decided decided : decisions) {
            if (!decided.at().isAfter(at)) {
                latest = decided;
            }
        }
        return latest;
    }

    /** Whether the acceptance at this place is undone by a later {@code reversed} of its action. */
    public boolean reversed(int place) {
        String action = responses.get(place).action();
        for (int i = place + 1; i < responses.size(); i++) {
            Interaction row = responses.get(i);
            if (row.action().equals(action)
                    && (row.outcome() == Outcome.REVERSED || row.outcome() == Outcome.ACCEPTED)) {
                return row.outcome() == Outcome.REVERSED;
            }
        }
        return false;
    }
}
