package org.filorosso.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** What a customer has in mind when we come: how often we came, what he said, and what of his is not settled; rows oldest first. */
public final class Memory {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Set<Outcome> SAID = Set.of(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.LATER, Outcome.CLICKED);

    private final Map<String, EventType> cases = new HashMap<>();

    /** @param playbook whose events open and close cases */
    public Memory(Playbook playbook) {
        for (EventType type : playbook.tables().events()) {
            if (type.openCase() != null) {
                cases.put(type.name(), type);
            }
        }
    }

    /** Outbound contacts in the 7 days before a time. */
    public int recentContacts(List<Interaction> rows, Instant now) {
        Instant since = now.minus(WEEK);
        Set<String> contacts = new HashSet<>();
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).at().isAfter(since); i--) {
            Interaction row = rows.get(i);
            if (row.direction() == Direction.OUTBOUND
                    && (row.outcome() == Outcome.SENT || row.outcome() == Outcome.PRESENTED)) {
                contacts.add(row.id());
            }
        }
        return contacts.size();
    }

    /** Whether we come on a channel that is not among those he named, if he named any. */
    public static boolean unwanted(List<String> preferred, Direction direction, String channel) {
        return direction == Direction.OUTBOUND && !preferred.isEmpty() && !preferred.contains(channel);
    }

    /** Whether an offer contradicts what the customer told us. */
    public boolean incoherent(List<Interaction> rows, List<Event> events, Action action, Instant now) {
        Interaction last = lastSaid(rows, action.name(), now.minus(WEEK));
        return (last != null && last.outcome() == Outcome.REJECTED) || (!action.service() && caseOpen(events));
    }

    /** Whether an offer takes up what the customer left open. */
    public boolean continues(List<Interaction> rows, Action action, Instant now) {
        Interaction last = lastSaid(rows, action.name(), now.minus(MONTH));
        return last != null && (last.outcome() == Outcome.LATER || last.outcome() == Outcome.CLICKED);
    }

    private static @Nullable Interaction lastSaid(List<Interaction> rows, String action, Instant since) {
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).at().isAfter(since); i--) {
            Interaction row = rows.get(i);
            if (SAID.contains(row.outcome()) && row.action().equals(action)) {
                return row;
            }
        }
        return null;
    }

    private boolean caseOpen(List<Event> events) {
        if (cases.isEmpty() || events.isEmpty()) {
            return false;
        }
        Set<String> open = new HashSet<>();
        for (Event event : events) {
            EventType type = cases.get(event.event());
            if (type != null) {
                String about = type.openCase() + '\n' + event.key();
                if (type.effect() == EventType.Effect.OPENS) {
                    open.add(about);
                } else {
                    open.remove(about);
                }
            }
        }
        return !open.isEmpty();
    }
}
