package org.filorosso.engine.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.TargetPath;
import org.jspecify.annotations.Nullable;

/** What this customer's threads ask for now: which actions wait, which weigh more, which go first. */
final class Continuity {

    static final double LATER_BOOST = 0.5;
    static final Span LATER_WITHIN = Span.days(30);
    static final Duration RESUMED_FOR = Duration.ofDays(7);
    private static final String LATER = "later";

    private final Deciding deciding;
    private final List<Thread> threads = new ArrayList<>(2);
    private final Map<Integer, Contact> open;

    Continuity(Deciding deciding) {
        this.deciding = deciding;
        this.open = openLaters(deciding.history.own());
        for (Journey row : deciding.playbook().tables().journeys()) {
            if (deciding.matches(row.row())) {
                begin(row);
            }
        }
        open.forEach(this::resume);
    }

    /**
     * Something begun that is not finished.
     *
     * @param row the journey row, or null for a {@code later} that speaks for itself
     * @param concerns the actions it is about
     * @param boost added to C, for a boost
     * @param since when it began
     * @param until when it ends
     * @param resumed true when the customer set the time himself
     */
    record Thread(
            @Nullable Row row,
            IntPredicate concerns,
            Journey.Effect effect,
            int step,
            double boost,
            Instant since,
            Instant until,
            boolean resumed) {

        String rule() {
            return row == null ? LATER : row.id();
        }
    }

    /** The latest {@code later} of each action that no acceptance or rejection ended. */
    private static Map<Integer, Contact> openLaters(List<Contact> own) {
        Map<Integer, Contact> open = new HashMap<>(2);
        for (Contact contact : own) {
            if (contact.action() < 0) {
                continue;
            }
            if (contact.outcome() == Outcome.LATER) {
                open.put(contact.action(), contact);
            } else if (contact.outcome() == Outcome.ACCEPTED || contact.outcome() == Outcome.REJECTED) {
                open.remove(contact.action());
            }
        }
        return open;
    }

    private void begin(Journey row) {
        Instant begun = begun(row);
        if (begun == null || !begun.isAfter(deciding.history.since(row.within()))) {
            return;
        }
        ZonedDateTime start = begun.atZone(deciding.now.getZone());
        Instant until = row.within().after(start).toInstant();
        double boost = row.effect() == Journey.Effect.BOOST ? row.weight() * left(start, row.decay()) : 0;
        threads.add(new Thread(row.row(), row.target()::names, row.effect(), row.step(), boost, begun, until, false));
    }

    /** The latest moment that begins the step, or null. */
    private @Nullable Instant begun(Journey row) {
        String event = row.afterEvent();
        if (event != null) {
            return latest(event);
        }
        Target after = row.after();
        Outcome outcome = row.outcome();
        if (after == null) {
            return null;
        }
        List<Contact> own = deciding.history.own();
        for (int i = own.size() - 1; i >= 0; i--) {
            Contact contact = own.get(i);
            if (contact.outcome() == outcome
                    && contact.action() >= 0
                    && after.names(contact.action())
                    && holds(contact)) {
                return contact.at();
            }
        }
        return null;
    }

    /** A {@code later} holds while it is open, an {@code accepted} while it is not reversed. */
    private boolean holds(Contact contact) {
        if (contact.outcome() == Outcome.LATER) {
            return open.get(contact.action()) == contact;
        }
        return !contact.reversed();
    }

    private @Nullable Instant latest(String event) {
        List<Event> events = deciding.history.ownEvents();
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).event().equals(event)) {
                return events.get(i).at();
            }
        }
        return null;
    }

    /** The share of a boost that is left, fading in a straight line. */
    private double left(ZonedDateTime start, @Nullable Span decay) {
        if (decay == null) {
            return 1;
        }
        double whole = Duration.between(start, decay.after(start)).toMillis();
        double gone = Duration.between(start, deciding.now).toMillis();
        return whole <= 0 ? 0 : Math.max(0, 1 - gone / whole);
    }

    /** What a {@code later} does by itself. */
    private void resume(int action, Contact later) {
        IntPredicate same = other -> other == action;
        Instant resumeAt = later.row().details().resumeAt();
        if (resumeAt != null) {
            resumeAt(same, later.at(), resumeAt);
            return;
        }
        ZonedDateTime start = later.at().atZone(deciding.now.getZone());
        Instant until = LATER_WITHIN.after(start).toInstant();
        if (deciding.now.toInstant().isBefore(until) && !spokenFor(action)) {
            double boost = LATER_BOOST * left(start, LATER_WITHIN);
            threads.add(new Thread(null, same, Journey.Effect.BOOST, 0, boost, later.at(), until, false));
        }
    }

    private void resumeAt(IntPredicate same, Instant since, Instant resumeAt) {
        Instant now = deciding.now.toInstant();
        Instant until = resumeAt.plus(RESUMED_FOR);
        if (now.isBefore(resumeAt)) {
            threads.add(new Thread(null, same, Journey.Effect.WAIT, 0, 0, since, resumeAt, true));
        } else if (now.isBefore(until)) {
            threads.add(new Thread(null, same, Journey.Effect.NEXT, 0, 0, since, until, true));
        }
    }

    /** True when the playbook has a row of its own for a {@code later} on the action. */
    private boolean spokenFor(int action) {
        return deciding.playbook().tables().journeys().stream()
                .anyMatch(row -> row.outcome() == Outcome.LATER
                        && deciding.matches(row.row())
                        && of(row.after()).has(action));
    }

    private TargetPath.Members of(@Nullable Target target) {
        return target == null ? new TargetPath.Members(deciding.candidates) : new TargetPath.Members(target.actions());
    }

    List<Thread> threads() {
        return threads;
    }

    /** The actions that the customer asked to come back to. */
    Map<Integer, Contact> openLaters() {
        return open;
    }

    /** The threads with an effect on an action. */
    List<Thread> of(int action, Journey.Effect effect) {
        List<Thread> found = new ArrayList<>(1);
        for (Thread thread : threads) {
            if (thread.effect() == effect && thread.concerns().test(action)) {
                found.add(thread);
            }
        }
        return found;
    }

    boolean none() {
        return threads.isEmpty();
    }

    /** True when the customer set the time himself and it has come. */
    boolean resumed(int action) {
        return threads.stream()
                .anyMatch(thread -> thread.resumed()
                        && thread.effect() == Journey.Effect.NEXT
                        && thread.concerns().test(action));
    }

    /** The playbook's reason for a thread, or what a {@code later} means. */
    String reason(Thread thread) {
        Row row = thread.row();
        return row == null ? "The customer asked to come back to it" : deciding.text(row.reason());
    }
}
