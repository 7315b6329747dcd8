package org.filorosso.engine.score;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Counts the beginnings of each step of a journey in a log, and what followed within its window. Not thread-safe. */
public final class JourneySteps {
    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    private final Playbook playbook;
    private final ZoneId zone;
    private final Scope scope;
    private final List<Counted> rows;

    /** One row and its sums. */
    private static final class Counted {
        private final Journey row;
        private final List<Long> waits = new ArrayList<>();
        private long entered;
        private long completed;
        private long open;

        Counted(Journey row) {
            this.row = row;
        }
    }

    /**
     * One row of journeys.csv.
     *
     * @param entered how often the step began
     * @param takenUp how often its target was shown within its window
     * @param completed how often its target was accepted within its window
     * @param open steps not taken up whose windows are still open
     * @param medianHours from the beginning until it was taken up, or null
     */
    public record Step(
            Journey row,
            long entered,
            long takenUp,
            long completed,
            long open,
            @Nullable Double medianHours) {}

    /** @param scope beginnings outside it are not counted; its choice of decisions plays no part */
    public JourneySteps(Playbook playbook, Scope scope) {
        this.playbook = playbook;
        this.zone = playbook.settings().zone();
        this.scope = scope;
        this.rows = playbook.tables().journeys().stream().map(Counted::new).toList();
    }

    /** @param taken acceptances that count, in any order */
    public void add(SubjectLog log, Collection<Interaction> taken) {
        List<Contacted> contacts = Contacted.of(log);
        for (Counted counted : rows) {
            for (Instant begun : beginnings(counted.row, log)) {
                if (!begun.isBefore(scope.from()) && begun.isBefore(scope.to())) {
                    count(counted, begun, contacts, taken);
                }
            }
        }
    }

    private List<Instant> beginnings(Journey row, SubjectLog log) {
        List<Instant> begun = new ArrayList<>();
        String event = row.afterEvent();
        if (event != null) {
            log.events().stream().filter(one -> one.event().equals(event)).forEach(one -> begun.add(one.at()));
        }
        for (int i = 0; i < log.responses().size(); i++) {
            Interaction answer = log.responses().get(i);
            boolean undone = answer.outcome() == Outcome.ACCEPTED && log.reversed(i);
            if (answer.outcome() == row.outcome() && names(row.after(), answer.action()) && !undone) {
                begun.add(answer.at());
            }
        }
        return begun;
    }

    private boolean names(@Nullable Target target, String name) {
        Action action = playbook.catalogue().find(name);
        return target != null && action != null && target.names(action.index());
    }

    private void count(Counted counted, Instant begun, List<Contacted> contacts, Collection<Interaction> taken) {
        Journey row = counted.row;
        Instant until = row.within().after(begun.atZone(zone)).toInstant();
        counted.entered++;
        Instant shown = contacts.stream()
                .filter(contact -> contact.at().isAfter(begun) && contact.at().isBefore(until))
                .filter(contact -> contact.shown().stream().anyMatch(one -> names(row.target(), one.action())))
                .map(Contacted::at)
                .findFirst()
                .orElse(null);
        if (shown != null) {
            counted.waits.add(Duration.between(begun, shown).toMillis());
        } else if (until.isAfter(scope.to())) {
            counted.open++;
        }
        boolean completed = taken.stream()
                .anyMatch(one ->
                        one.at().isAfter(begun) && one.at().isBefore(until) && names(row.target(), one.action()));
        counted.completed += completed ? 1 : 0;
    }

    /** By journey and step. */
    public List<Step> steps() {
        return rows.stream()
                .sorted(Comparator.comparing((Counted one) -> one.row.journey()).thenComparing(one -> one.row.step()))
                .map(one ->
                        new Step(one.row, one.entered, one.waits.size(), one.completed, one.open, median(one.waits)))
                .toList();
    }

    private static @Nullable Double median(List<Long> waits) {
        if (waits.isEmpty()) {
            return null;
        }
        Collections.sort(waits);
        int upper = waits.size() / 2;
        int lower = (waits.size() - 1) / 2;
        return (waits.get(lower) + waits.get(upper)) / 2.0 / MILLIS_PER_HOUR;
    }
}
