package org.filorosso.api.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.score.Contacted;
import org.jspecify.annotations.Nullable;

/** Counts the beginnings of each step of a journey, and what followed within its window. */
final class JourneyCount {
    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    private final Playbook playbook;
    private final ZoneId zone;
    private final Period period;
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

    JourneyCount(Playbook playbook, Period period) {
        this.playbook = playbook;
        this.zone = playbook.settings().zone();
        this.period = period;
        this.rows = playbook.tables().journeys().stream().map(Counted::new).toList();
    }

    void add(SubjectRows subject) {
        List<Contacted> contacts = Contacted.of(subject.log());
        for (Counted counted : rows) {
            for (Instant begun : beginnings(counted.row, subject)) {
                if (period.contains(begun)) {
                    count(counted, begun, contacts, subject);
                }
            }
        }
    }

    private List<Instant> beginnings(Journey row, SubjectRows subject) {
        List<Instant> begun = new ArrayList<>();
        String event = row.afterEvent();
        if (event != null) {
            subject.log().events().stream()
                    .filter(one -> one.event().equals(event))
                    .forEach(one -> begun.add(one.at()));
        }
        for (int i = 0; i < subject.log().responses().size(); i++) {
            Interaction answer = subject.log().responses().get(i);
            boolean undone =
                    answer.outcome() == Outcome.ACCEPTED && subject.log().reversed(i);
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

    private void count(Counted counted, Instant begun, List<Contacted> contacts, SubjectRows subject) {
        Journey row = counted.row;
        Instant until = row.within().after(begun.atZone(zone)).toInstant();
        counted.entered++;
        Instant taken = contacts.stream()
                .filter(contact -> contact.at().isAfter(begun) && contact.at().isBefore(until))
                .filter(contact -> contact.shown().stream().anyMatch(one -> names(row.target(), one.action())))
                .map(Contacted::at)
                .findFirst()
                .orElse(null);
        if (taken != null) {
            counted.waits.add(Duration.between(begun, taken).toMillis());
        } else if (until.isAfter(period.to())) {
            counted.open++;
        }
        boolean completed = subject.taken(new Period(begun.plusNanos(1), until), true).stream()
                .anyMatch(one -> names(row.target(), one.row().action()));
        counted.completed += completed ? 1 : 0;
    }

    JourneyReport report(About about) {
        return new JourneyReport(
                about,
                rows.stream()
                        .sorted(Comparator.comparing((Counted one) -> one.row.journey())
                                .thenComparing(one -> one.row.step()))
                        .map(JourneyCount::step)
                        .toList());
    }

    private static JourneyReport.Step step(Counted counted) {
        Journey row = counted.row;
        return new JourneyReport.Step(
                row.journey(),
                row.step(),
                row.row().id(),
                row.effect().name().toLowerCase(Locale.ROOT),
                row.target().path(),
                !row.row().unconditional(),
                counted.entered,
                counted.waits.size(),
                counted.completed,
                counted.open,
                median(counted.waits));
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
