package org.filorosso.simulator.simulation;

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

/** What a customer has in mind when we come: how often we came, what he said, and what of his is not settled. */
final class Memory {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Set<Outcome> SAID = Set.of(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.LATER, Outcome.CLICKED);

    private final Map<String, EventType> cases = new HashMap<>();

    /** @param playbook whose events open and close cases */
    Memory(Playbook playbook) {
        for (EventType type : playbook.tables().events()) {
            if (type.openCase() != null) {
                cases.put(type.name(), type);
            }
        }
    }

    /** Outbound contacts in the 7 days before a time. */
    int recentContacts(Member member, Instant now) {
        Instant since = now.minus(WEEK);
        Set<String> contacts = new HashSet<>();
        List<Interaction> rows = member.interactions;
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).at().isAfter(since); i--) {
            Interaction row = rows.get(i);
            if (row.direction() == Direction.OUTBOUND
                    && (row.outcome() == Outcome.SENT || row.outcome() == Outcome.PRESENTED)) {
                contacts.add(row.id());
            }
        }
        return contacts.size();
    }

    /** Whether an offer contradicts what the customer told us. */
    boolean incoherent(Member member, Action action, Instant now) {
        Interaction last = lastSaid(member, action.name(), now.minus(WEEK));
        return (last != null && last.outcome() == Outcome.REJECTED) || (!action.service() && caseOpen(member));
    }

    /** Whether an offer takes up what the customer left open. */
    boolean continues(Member member, Action action, Instant now) {
        Interaction last = lastSaid(member, action.name(), now.minus(MONTH));
        return last != null && (last.outcome() == Outcome.LATER || last.outcome() == Outcome.CLICKED);
    }

    private static @Nullable Interaction lastSaid(Member member, String action, Instant since) {
        List<Interaction> rows = member.interactions;
        for (int i = rows.size() - 1; i >= 0 && rows.get(i).at().isAfter(since); i--) {
            Interaction row = rows.get(i);
            if (SAID.contains(row.outcome()) && row.action().equals(action)) {
                return row;
            }
        }
        return null;
    }

    private boolean caseOpen(Member member) {
        if (cases.isEmpty() || member.events.isEmpty()) {
            return false;
        }
        Set<String> open = new HashSet<>();
        for (Event event : member.events) {
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
