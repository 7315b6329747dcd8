package org.filorosso.engine.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;

/**
 * A subject's past as one decision sees it: resolved against the playbook, nothing from after {@code now}, nothing older
 * than the playbook's {@code history}.
 *
 * @param own the subject's contacts, oldest first
 * @param household those of the other members, oldest first
 * @param ownEvents the subject's events, oldest first
 * @param householdEvents those of the other members, oldest first
 */
public record HistoryView(
        ZonedDateTime now,
        List<Contact> own,
        List<Contact> household,
        List<Event> ownEvents,
        List<Event> householdEvents) {

    /** How long a decision for an outbound channel counts as sent without news. */
    public static final Duration UNREPORTED = Duration.ofDays(3);

    /**
     * @param channels index of each channel by name
     */
    public static HistoryView of(
            Playbook playbook, Map<String, Integer> channels, ZonedDateTime now, History own, History household) {
        Resolver resolver = new Resolver(playbook, channels, now);
        return new HistoryView(
                now,
                resolver.contacts(own.interactions()),
                resolver.contacts(household.interactions()),
                resolver.events(own.events()),
                resolver.events(household.events()));
    }

    /** The start, exclusive, of a window that ends now. */
    public Instant since(Span within) {
        return within.before(now).toInstant();
    }

    /** Contacts of the subject, or of everybody in the household, oldest first within each. */
    public List<Contact> contacts(boolean withHousehold) {
        if (!withHousehold || household.isEmpty()) {
            return own;
        }
        List<Contact> all = new ArrayList<>(own);
        all.addAll(household);
        return all;
    }

    /** Events of the subject, or of everybody in the household. */
    public List<Event> events(boolean withHousehold) {
        if (!withHousehold || householdEvents.isEmpty()) {
            return ownEvents;
        }
        List<Event> all = new ArrayList<>(ownEvents);
        all.addAll(householdEvents);
        return all;
    }

    /** Turns rows into what they mean for one playbook at one time. */
    private static final class Resolver {
        private final Playbook playbook;
        private final Map<String, Integer> channels;
        private final Instant now;
        private final Instant oldest;
        private final ZonedDateTime zoned;

        Resolver(Playbook playbook, Map<String, Integer> channels, ZonedDateTime now) {
            this.playbook = playbook;
            this.channels = channels;
            this.zoned = now;
            this.now = now.toInstant();
            this.oldest = playbook.settings().history().before(now).toInstant();
        }

        List<Contact> contacts(List<Interaction> rows) {
            if (rows.isEmpty()) {
                return List.of();
            }
            List<Interaction> seen =
                    rows.stream().filter(row -> within(row.at())).toList();
            Set<String> told = seen.stream().anyMatch(Resolver::awaitsNews) ? told(seen) : Set.of();
            List<Contact> contacts = new ArrayList<>(seen.size());
            for (int i = 0; i < seen.size(); i++) {
                contacts.add(contact(seen, i, told));
            }
            return contacts;
        }

        private boolean within(Instant at) {
            return !at.isAfter(now) && at.isAfter(oldest);
        }

        private Contact contact(List<Interaction> rows, int i, Set<String> told) {
            Interaction row = rows.get(i);
            Action action = playbook.catalogue().find(row.action());
            return new Contact(
                    row,
                    action == null ? Contact.UNKNOWN : action.index(),
                    channels.getOrDefault(row.channel(), Contact.UNKNOWN),
                    counted(row, told),
                    row.at().toEpochMilli(),
                    row.outcome() == Outcome.ACCEPTED && undone(rows, i));
        }

        /** Interaction and action of every outcome after the decision. */
        private static Set<String> told(List<Interaction> rows) {
            Set<String> told = new HashSet<>();
            for (Interaction row : rows) {
                if (row.outcome() != Outcome.DECIDED) {
                    told.add(key(row));
                }
            }
            return told;
        }

        private static String key(Interaction row) {
            return row.id() + '\n' + row.action();
        }

        private static boolean awaitsNews(Interaction row) {
            return row.outcome() == Outcome.DECIDED && row.direction() == Direction.OUTBOUND;
        }

        private Outcome counted(Interaction row, Set<String> told) {
            boolean unreported = awaitsNews(row)
                    && !told.contains(key(row))
                    && row.at().plus(UNREPORTED).isAfter(now);
            return unreported ? Outcome.SENT : row.outcome();
        }

        /** A {@code reversed} undoes the latest {@code accepted} of the action before it. */
        private static boolean undone(List<Interaction> rows, int accepted) {
            String action = rows.get(accepted).action();
            for (int i = accepted + 1; i < rows.size(); i++) {
                Interaction row = rows.get(i);
                if (row.action().equals(action) && row.outcome() == Outcome.REVERSED) {
                    return true;
                }
                if (row.action().equals(action) && row.outcome() == Outcome.ACCEPTED) {
                    return false;
                }
            }
            return false;
        }

        List<Event> events(List<Event> events) {
            if (events.isEmpty()) {
                return List.of();
            }
            return events.stream()
                    .filter(event -> within(event.at()) && remembered(event))
                    .toList();
        }

        private boolean remembered(Event event) {
            return playbook.tables().events().stream()
                    .filter(type -> type.name().equals(event.event()))
                    .map(type -> type.maxAge())
                    .allMatch(age ->
                            age == null || event.at().isAfter(age.before(zoned).toInstant()));
        }
    }
}
