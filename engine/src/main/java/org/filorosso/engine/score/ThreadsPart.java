package org.filorosso.engine.score;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.score.Scorecard.Part;
import org.jspecify.annotations.Nullable;

/**
 * Share of threads left open that were taken up again on any channel in their window: a {@code later}, a step of a journey
 * that began, a promise. One whose window is still open at the end is not judged yet.
 */
final class ThreadsPart {
    private static final Span LATER = Span.days(30);
    private static final Duration RESUMED_FOR = Duration.ofDays(7);
    private static final Set<Outcome> TOUCHES = EnumSet.of(
            Outcome.SENT, Outcome.PRESENTED, Outcome.CLICKED, Outcome.ACCEPTED, Outcome.REJECTED, Outcome.LATER);

    private final Playbook playbook;
    private final ZoneId zone;
    private final Scope scope;
    private final List<Journey> steps;
    private final Share share = new Share();
    private final Offenders offenders = new Offenders();
    private long open;

    ThreadsPart(Playbook playbook, Scope scope) {
        this.playbook = playbook;
        this.zone = playbook.settings().zone();
        this.scope = scope;
        // who waits has nothing to take up
        this.steps = playbook.tables().journeys().stream()
                .filter(row -> row.effect() != Journey.Effect.WAIT && row.row().unconditional())
                .toList();
    }

    /**
     * Something begun.
     *
     * @param takenUp whether a later response takes it up
     */
    private record Opened(
            String name,
            String reason,
            Instant at,
            Instant until,
            @Nullable Decided decided,
            Predicate<Interaction> takenUp) {}

    void add(SubjectLog log, List<Contacted> contacts) {
        Touches touches = Touches.of(log, contacts);
        List<Opened> threads = new ArrayList<>();
        Map<String, Decided> decisions = log.byInteraction();
        for (int i = 0; i < log.responses().size(); i++) {
            Interaction row = log.responses().get(i);
            boolean undone = row.outcome() == Outcome.ACCEPTED && log.reversed(i);
            if (!undone) {
                begun(row, decisions.get(row.id()), threads);
            }
        }
        log.events().forEach(event -> begun(event, log.latest(event.at()), threads));
        judge(threads, touches);
    }

    /** Everything that may take a thread up: the responses, and what was sent without news. */
    private record Touches(List<Interaction> rows) {

        static Touches of(SubjectLog log, List<Contacted> contacts) {
            List<Interaction> rows = new ArrayList<>(log.responses());
            contacts.forEach(contact -> contact.shown()
                    .forEach(shown -> rows.add(new Interaction(
                            contact.interactionId(),
                            contact.at(),
                            shown.action(),
                            Outcome.SENT,
                            contact.channel(),
                            contact.direction(),
                            0,
                            Interaction.Details.NONE))));
            return new Touches(rows);
        }

        boolean takeUp(Opened thread) {
            return rows.stream()
                    .anyMatch(row -> row.at().isAfter(thread.at())
                            && row.at().isBefore(thread.until())
                            && thread.takenUp().test(row));
        }
    }

    private void judge(List<Opened> threads, Touches touches) {
        int judged = 0;
        int taken = 0;
        for (Opened thread : threads) {
            if (scope.counts(thread.at(), thread.decided())) {
                boolean takenUp = touches.takeUp(thread);
                boolean over = takenUp || !thread.until().isAfter(scope.to());
                open += over ? 0 : 1;
                judged += over ? 1 : 0;
                taken += takenUp ? 1 : 0;
                if (over) {
                    offenders.add(thread.name(), thread.reason(), takenUp ? 0 : 1, 1);
                }
            }
        }
        share.add(taken, judged);
    }

    private void begun(Interaction row, @Nullable Decided decided, List<Opened> threads) {
        Action action = playbook.catalogue().find(row.action());
        if (action == null) {
            return;
        }
        List<Journey> begun = steps.stream()
                .filter(step -> step.outcome() == row.outcome() && names(step.after(), action))
                .toList();
        steps(begun, row.at(), decided, threads);
        if (row.outcome() == Outcome.LATER && begun.isEmpty()) {
            threads.add(later(row, decided));
        }
        Span due = action.limits().due();
        if (row.outcome() == Outcome.ACCEPTED && due != null) {
            Instant until = due.after(row.at().atZone(zone)).toInstant();
            threads.add(new Opened(
                    row.action(),
                    "a promise not kept in time",
                    row.at(),
                    until,
                    decided,
                    one -> one.action().equals(row.action())
                            && (one.outcome() == Outcome.FULFILLED
                                    || (TOUCHES.contains(one.outcome()) && another(row, one)))));
        }
    }

    private void begun(Event event, @Nullable Decided decided, List<Opened> threads) {
        List<Journey> begun = steps.stream()
                .filter(step -> event.event().equals(step.afterEvent()))
                .toList();
        steps(begun, event.at(), decided, threads);
    }

    private static boolean names(@Nullable Target target, Action action) {
        return target != null && target.names(action.index());
    }

    /** One thread for each step that began, whichever of its rows takes it up. */
    private void steps(List<Journey> begun, Instant at, @Nullable Decided decided, List<Opened> threads) {
        Map<String, List<Journey>> byStep = new LinkedHashMap<>();
        begun.stream()
                .filter(row -> row.row().dates().contain(at.atZone(zone)))
                .forEach(row -> byStep.computeIfAbsent(row.journey() + " " + row.step(), unseen -> new ArrayList<>())
                        .add(row));
        byStep.forEach((step, rows) -> {
            Instant until = rows.stream()
                    .map(row -> row.within().after(at.atZone(zone)).toInstant())
                    .max(Instant::compareTo)
                    .orElse(at);
            threads.add(new Opened(
                    step, "a step of a journey not taken up", at, until, decided, one -> touches(rows, one)));
        });
    }

    private boolean touches(List<Journey> rows, Interaction one) {
        Action action = playbook.catalogue().find(one.action());
        return action != null
                && TOUCHES.contains(one.outcome())
                && rows.stream().anyMatch(row -> row.target().names(action.index()));
    }

    private Opened later(Interaction row, @Nullable Decided decided) {
        Instant resumeAt = row.details().resumeAt();
        Instant until = resumeAt != null
                ? resumeAt.plus(RESUMED_FOR)
                : LATER.after(row.at().atZone(zone)).toInstant();
        return new Opened(
                row.action(),
                "a later not taken up",
                row.at(),
                until,
                decided,
                one -> one.action().equals(row.action())
                        && TOUCHES.contains(one.outcome())
                        && (answered(one)
                                || (another(row, one)
                                        && (resumeAt == null || !one.at().isBefore(resumeAt)))));
    }

    /** Who answers has come back to it himself. */
    private static boolean answered(Interaction one) {
        return one.outcome() == Outcome.ACCEPTED || one.outcome() == Outcome.REJECTED;
    }

    private static boolean another(Interaction row, Interaction one) {
        return !one.id().equals(row.id());
    }

    Part part() {
        List<String> notes = new ArrayList<>();
        if (open > 0) {
            notes.add(open + " threads are not judged yet: their windows are still open");
        }
        List<String> passedOver = playbook.tables().journeys().stream()
                .filter(row -> row.effect() != Journey.Effect.WAIT && !row.row().unconditional())
                .map(row -> row.row().id())
                .toList();
        if (!passedOver.isEmpty()) {
            notes.add("Rows of journeys.csv with conditions are passed over: " + String.join(", ", passedOver));
        }
        return new Part("open threads taken up again", share.figure(), Map.of(), offenders.worst(), List.copyOf(notes));
    }
}
