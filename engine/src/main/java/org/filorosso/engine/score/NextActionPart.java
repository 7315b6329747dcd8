package org.filorosso.engine.score;

import java.util.List;
import java.util.Map;
import org.filorosso.engine.score.Scorecard.Part;

/**
 * Share of active subjects with a next action at all: those decided for whose latest decision offered something. The
 * holdout is left out: it is meant to get none.
 */
final class NextActionPart {
    private static final String HOLDOUT = "holdout";

    private final Scope scope;
    private final Share share = new Share();
    private final Offenders offenders = new Offenders();

    NextActionPart(Scope scope) {
        this.scope = scope;
    }

    void add(SubjectLog log) {
        List<Decided> counted = log.decisions().stream()
                .filter(decided ->
                        scope.counts(decided.at(), decided) && !decided.arm().equals(HOLDOUT))
                .toList();
        if (counted.isEmpty()) {
            return;
        }
        Decided latest = counted.get(counted.size() - 1);
        boolean offered = !latest.results().isEmpty();
        share.add(offered ? 1 : 0, 1);
        if (!offered) {
            offenders.add(String.valueOf(latest.noActionReason()), "the stage that emptied the answer", 1, 1);
        }
    }

    Part part() {
        return new Part("active subjects with a next action", share.figure(), Map.of(), offenders.worst(), List.of());
    }
}
