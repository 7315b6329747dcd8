package org.filorosso.engine.score;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Contacted.Shown;
import org.filorosso.engine.score.Scorecard.Part;

/** Share of pairs of consecutive contacts within 30 days that do not contradict each other, or what stands. */
final class CoherencePart {
    static final int WITHIN_DAYS = 30;
    private static final Duration WITHIN = Duration.ofDays(WITHIN_DAYS);

    private final Playbook playbook;
    private final Scope scope;
    private final Contradictions contradictions;
    private final Share share = new Share();
    private final Offenders offenders = new Offenders();

    CoherencePart(Playbook playbook, Scope scope) {
        this.playbook = playbook;
        this.scope = scope;
        this.contradictions = new Contradictions(playbook);
    }

    void add(SubjectLog log, List<Contacted> contacts) {
        Walk walk = new Walk(playbook, log);
        Contradictions.Past past = Contradictions.Past.of(playbook, log, contacts);
        int pairs = 0;
        int good = 0;
        for (int i = 1; i < contacts.size(); i++) {
            Contacted before = contacts.get(i - 1);
            Contacted contact = contacts.get(i);
            walk.to(contact);
            boolean near = Duration.between(before.at(), contact.at()).compareTo(WITHIN) <= 0;
            if (near && scope.counts(contact.at(), contact.decided())) {
                pairs++;
                good += judge(before, contact, walk.standing, past) ? 1 : 0;
            }
        }
        share.add(good, pairs);
    }

    private boolean judge(Contacted before, Contacted contact, Standing standing, Contradictions.Past past) {
        boolean coherent = true;
        for (Shown shown : contact.shown()) {
            List<String> wrong = contradictions.of(before, contact, shown, standing, past);
            Set<String> once = new LinkedHashSet<>(wrong);
            once.forEach(reason -> offenders.add(shown.action(), reason, 1, 1));
            coherent &= wrong.isEmpty();
        }
        return coherent;
    }

    /** Goes through responses and events in the order of time. */
    private static final class Walk {
        private final Standing standing;
        private final List<Interaction> responses;
        private final List<Event> events;
        private int response;
        private int event;

        Walk(Playbook playbook, SubjectLog log) {
            this.standing = new Standing(playbook, log.known());
            this.responses = log.responses();
            this.events = log.events();
        }

        /** Notes all that happened before a contact; what comes of the contact itself does not speak against it. */
        void to(Contacted contact) {
            while (response < responses.size() && before(responses.get(response), contact)) {
                standing.note(responses.get(response++));
            }
            while (event < events.size() && !events.get(event).at().isAfter(contact.at())) {
                standing.note(events.get(event++));
            }
        }

        private static boolean before(Interaction row, Contacted contact) {
            return row.at().isBefore(contact.at())
                    || (row.at().equals(contact.at()) && !row.id().equals(contact.interactionId()));
        }
    }

    Part part() {
        List<String> passedOver = contradictions.passedOver();
        return new Part(
                "consecutive contacts that do not contradict",
                share.figure(),
                Map.of(),
                offenders.worst(),
                passedOver.isEmpty()
                        ? List.of()
                        : List.of("Rows of coherence.csv with conditions are passed over: "
                                + String.join(", ", passedOver)));
    }
}
