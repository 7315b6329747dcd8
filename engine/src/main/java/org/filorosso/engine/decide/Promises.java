package org.filorosso.engine.decide;

import java.time.ZonedDateTime;
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
        Map<Integer, Contact> standing = new HashMap<>();
        Map<Integer, Contact> failed = new HashMap<>();
        for (Contact contact : own) {
            note(contact, standing, failed);
        }
        int open = 0;
        int broken = failed.size();
        for (Contact accepted : standing.values()) {
            Span due = catalogue.get(accepted.action()).limits().due();
            if (due != null) {
                boolean late = late(accepted, due, now);
                broken += late ? 1 : 0;
                open += late ? 0 : 1;
            }
        }
        return new Promises(open, broken);
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

    private static boolean late(Contact accepted, @Nullable Span due, ZonedDateTime now) {
        return due != null && !now.isBefore(due.after(accepted.at().atZone(now.getZone())));
    }
}
