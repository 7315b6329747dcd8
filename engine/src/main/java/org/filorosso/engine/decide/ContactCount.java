package org.filorosso.engine.decide;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/**
 * The contacts that one row of contact-policy.csv counts, per action, group, issue or all.
 *
 * <p>An interaction counts once per key, at its latest counted outcome.
 */
final class ContactCount {

    private static final int DAYS_TO_SPARE = 5;

    private final ContactPolicy row;
    private final ZonedDateTime now;
    private final Map<Integer, List<Contact>> byKey = new HashMap<>(4);

    ContactCount(Deciding deciding, ContactPolicy row) {
        this.row = row;
        this.now = deciding.now;
        List<Contact> contacts = deciding.history.contacts(row.level() == AssignmentLevel.HOUSEHOLD);
        if (contacts.size() < row.limit()) {
            return;
        }
        long oldest = oldest();
        if (tooFew(contacts, oldest)) {
            return;
        }
        for (Contact contact : contacts) {
            if (contact.millis() >= oldest && counts(contact)) {
                add(contact, key(deciding, contact));
            }
        }
        if (row.level() == AssignmentLevel.HOUSEHOLD) {
            byKey.values().forEach(same -> same.sort((a, b) -> Long.compare(a.millis(), b.millis())));
        }
    }

    /** Epoch milliseconds before which nothing can matter any more, with days to spare for months of unequal length. */
    private long oldest() {
        Span silence = row.suppress();
        ZonedDateTime last = silence == null ? now : silence.before(now).minusDays(DAYS_TO_SPARE);
        return start(last).toEpochMilli();
    }

    /** Most rows end here: the limit is not reached even if every contact counted by itself. */
    private boolean tooFew(List<Contact> contacts, long oldest) {
        int count = 0;
        for (int i = contacts.size() - 1; i >= 0; i--) {
            Contact contact = contacts.get(i);
            if (contact.millis() >= oldest && counts(contact) && ++count >= row.limit()) {
                return false;
            }
        }
        return true;
    }

    private boolean counts(Contact contact) {
        return row.outcomes().contains(contact.outcome())
                && (row.channels().isEmpty() || row.channels().contains(contact.channel()))
                && (row.direction() == null || row.direction() == contact.direction())
                && (contact.action() >= 0 ? row.target().names(contact.action()) : foreign());
    }

    /** Contacts of other playbooks count where everything counts. */
    private boolean foreign() {
        return row.target().level() == Target.Level.ALL && row.per() == ContactPolicy.Per.ALL;
    }

    private int key(Deciding deciding, Contact contact) {
        return row.per() == ContactPolicy.Per.ALL ? 0 : deciding.blueprint.groups.key(row.per(), contact.action());
    }

    private void add(Contact contact, int key) {
        List<Contact> same = byKey.computeIfAbsent(key, unseen -> new ArrayList<>());
        same.removeIf(older -> older.row().id().equals(contact.row().id()));
        same.add(contact);
    }

    boolean nothing() {
        return byKey.isEmpty();
    }

    /** The limit that is reached for a key, or null. */
    @Nullable
    Limit limit(int key) {
        List<Contact> contacts = byKey.get(key);
        if (contacts == null || contacts.size() < row.limit()) {
            return null;
        }
        Span silence = row.suppress();
        return silence == null ? untilFewer(contacts) : untilSilenceEnds(contacts, silence);
    }

    /** Suppressed while the window that ends now holds {@code limit} contacts. */
    private @Nullable Limit untilFewer(List<Contact> contacts) {
        Instant since = start(now);
        long count =
                contacts.stream().filter(one -> in(one, since, now.toInstant())).count();
        if (count < row.limit()) {
            return null;
        }
        Contact leaving = contacts.get(contacts.size() - row.limit());
        return limit(count, end(leaving));
    }

    /** Suppressed while some contact at which the limit was reached is younger than the silence. */
    private @Nullable Limit untilSilenceEnds(List<Contact> contacts, Span silence) {
        for (int i = contacts.size() - 1; i >= 0; i--) {
            ZonedDateTime at = contacts.get(i).at().atZone(now.getZone());
            ZonedDateTime ends = silence.after(at);
            if (!now.isBefore(ends)) {
                return null;
            }
            Instant since = start(at);
            Instant last = at.toInstant();
            long count = contacts.stream().filter(one -> in(one, since, last)).count();
            if (count >= row.limit()) {
                return limit(count, ends.toInstant());
            }
        }
        return null;
    }

    /** In (since, until] of a rolling window; a calendar window begins with its first instant. */
    private boolean in(Contact contact, Instant since, Instant until) {
        boolean begun = row.within().rolling() == null
                ? !contact.at().isBefore(since)
                : contact.at().isAfter(since);
        return begun && !contact.at().isAfter(until);
    }

    private Limit limit(long count, Instant until) {
        return new Limit(count, row.limit(), window(), until);
    }

    private String window() {
        Span rolling = row.within().rolling();
        return rolling != null ? rolling.toString() : calendar().name().toLowerCase(Locale.ROOT);
    }

    private ContactPolicy.Calendar calendar() {
        ContactPolicy.Calendar calendar = row.within().calendar();
        if (calendar == null) {
            throw new IllegalStateException("The window of " + row.row().source() + " must be rolling or calendar");
        }
        return calendar;
    }

    /** The start of the window that ends at {@code time}. */
    private Instant start(ZonedDateTime time) {
        Span rolling = row.within().rolling();
        return rolling != null ? rolling.before(time).toInstant() : unit(time).toInstant();
    }

    private ZonedDateTime unit(ZonedDateTime time) {
        return switch (calendar()) {
            case DAY -> time.toLocalDate().atStartOfDay(time.getZone());
            case WEEK ->
                time.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(time.getZone());
            case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(time.getZone());
        };
    }

    /** When the contact that must leave the window does. */
    private Instant end(Contact leaving) {
        Span rolling = row.within().rolling();
        if (rolling != null) {
            return rolling.after(leaving.at().atZone(now.getZone())).toInstant();
        }
        ZonedDateTime unit = unit(now);
        return switch (calendar()) {
            case DAY -> unit.plusDays(1).toInstant();
            case WEEK -> unit.plusWeeks(1).toInstant();
            case MONTH -> unit.plusMonths(1).toInstant();
        };
    }
}
