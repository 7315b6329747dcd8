package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** Who won stays first for a while on every channel, so that we do not change our mind between two contacts. */
final class Keep {

    private Keep() {}

    /** Name of the action that stays first, or null. */
    static @Nullable String keeps(Deciding deciding) {
        Span keep = deciding.playbook().settings().keep();
        Settings.Arm arm = deciding.assigned.settings();
        boolean ranked = arm == null || arm.ranking() == Settings.Ranking.CHAMPION;
        if (keep == null || keep.isZero() || !ranked) {
            return null;
        }
        List<Contact> firsts = firsts(deciding.history.own());
        if (firsts.isEmpty()) {
            return null;
        }
        String action = firsts.get(firsts.size() - 1).row().action();
        Contact begin = streakBegin(firsts, action);
        boolean over = !keep.after(begin.at().atZone(deciding.now.getZone())).isAfter(deciding.now);
        return over || answered(deciding.history.own(), action, begin) ? null : action;
    }

    /** Presentations and sends of the first rank, oldest first: in files, the first row of one time. */
    private static List<Contact> firsts(List<Contact> own) {
        List<Contact> firsts = new ArrayList<>();
        Set<Long> times = new HashSet<>();
        for (Contact contact : own) {
            boolean shown = contact.outcome() == Outcome.PRESENTED || contact.outcome() == Outcome.SENT;
            if (shown && first(contact, times)) {
                firsts.add(contact);
            }
        }
        return firsts;
    }

    private static boolean first(Contact contact, Set<Long> times) {
        int rank = contact.row().rank();
        return rank == 1 || (rank == 0 && times.add(contact.millis()));
    }

    private static Contact streakBegin(List<Contact> firsts, String action) {
        int i = firsts.size() - 1;
        while (i > 0 && firsts.get(i - 1).row().action().equals(action)) {
            i--;
        }
        return firsts.get(i);
    }

    private static boolean answered(List<Contact> own, String action, Contact begin) {
        return own.stream()
                .anyMatch(contact -> contact.row().action().equals(action)
                        && contact.millis() >= begin.millis()
                        && (contact.outcome() == Outcome.ACCEPTED
                                || contact.outcome() == Outcome.REJECTED
                                || contact.outcome() == Outcome.LATER));
    }
}
