package org.filorosso.engine.score;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.Contacted.Shown;
import org.filorosso.engine.score.Scorecard.Part;

/** Share of presented (or sent) results with a recorded outcome. */
final class OutcomesPart {
    private static final Set<Outcome> NO_ANSWER = EnumSet.of(Outcome.DECIDED, Outcome.SENT, Outcome.PRESENTED);

    private final Scope scope;
    private final Share share = new Share();
    private final Offenders offenders = new Offenders();

    OutcomesPart(Scope scope) {
        this.scope = scope;
    }

    void add(SubjectLog log, List<Contacted> contacts) {
        Set<String> answered = new HashSet<>();
        log.responses().stream()
                .filter(row -> !NO_ANSWER.contains(row.outcome()))
                .forEach(row -> answered.add(key(row)));
        int presented = 0;
        int known = 0;
        for (Contacted contact : contacts) {
            if (scope.counts(contact.at(), contact.decided())) {
                for (Shown shown : contact.shown()) {
                    boolean told = answered.contains(contact.interactionId() + '\n' + shown.action());
                    presented++;
                    known += told ? 1 : 0;
                    offenders.add(shown.action(), "no outcome on " + contact.channel(), told ? 0 : 1, 1);
                }
            }
        }
        share.add(known, presented);
    }

    private static String key(Interaction row) {
        return row.id() + '\n' + row.action();
    }

    Part part() {
        return new Part(
                "presented results with a recorded outcome", share.figure(), Map.of(), offenders.worst(), List.of());
    }
}
