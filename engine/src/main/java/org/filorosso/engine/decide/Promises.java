package org.filorosso.engine.decide;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was accepted and is still owed. An acceptance without {@code due} promises nothing that could be late, so it counts
 * only when it was reported failed.
 *
 * @param open accepted, within its due time, not yet fulfilled
 * @param broken failed, or past its due time
 */
record Promises(int open, int broken) {

    static Promises of(Catalogue catalogue, List<Contact> own, ZonedDateTime now) {
        List<Promise> all = all(catalogue, own, now);
        int broken = (int) all.stream().filter(Promise::broken).count();
        return new Promises(all.size() - broken, broken);
    }

    /**
     * One acceptance that is still owed.
     *
     * @param contact the acceptance, or the report that it failed
     * @param due by when, or null where no time was set
     */
    record Promise(Contact contact, @Nullable ZonedDateTime due, boolean broken) {}

    /** Every promise that counts. */
    static List<Promise> all(Catalogue catalogue, List<Contact> own, ZonedDateTime now) {
        Map<Integer, Contact> standing = new HashMap<>();
        Map<Integer, Contact> failed = new HashMap<>();
        for (Contact contact : own) {
            note(contact, standing, failed);
        }
        if (standing.isEmpty() && failed.isEmpty()) {
            return List.of();
        }
        List<Promise> promises = new ArrayList<>();
        failed.values().forEach(contact -> promises.add(new Promise(contact, null, true)));
        for (Contact accepted : standing.values()) {
            Span due = catalogue.get(accepted.action()).limits().due();
            if (due != null) {
                ZonedDateTime end = due.after(accepted.at().atZone(now.getZone()));
                promises.add(new Promise(accepted, end, !now.isBefore(end)));
            }
        }
        return promises;
    }

    private static void note(Contact contact, Map<Integer, Contact> standing, Map<Integer, Contact> failed) {
        if (contact.action() < 0) {
            return;
        }
        Outcome outcome = contact.outcome();
        if (outcome == Outcome.ACCEPTED && !contact.reversed()) {
            standing.put(contact.action(), contact);
            failed.remove(contact.action());
        } else if (outcome == Outcome.FAILED) {
            standing.remove(contact.action());
            failed.put(contact.action(), contact);
        } else if (outcome == Outcome.FULFILLED || outcome == Outcome.REVERSED) {
            standing.remove(contact.action());
            failed.remove(contact.action());
        }
    }
}
