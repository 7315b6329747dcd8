package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Candidate.Reason;
import org.filorosso.engine.decide.Decision.Filled;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.jspecify.annotations.Nullable;

/** Puts together what a decision found. */
final class Answer {

    private final Deciding deciding;
    private final Account account;

    Answer(Deciding deciding, Account account) {
        this.deciding = deciding;
        this.account = account;
    }

    Decision decision(@Nullable StageCode noActionReason) {
        return new Decision(
                deciding.request.interactionId(),
                deciding.request.at(),
                deciding.subject.id(),
                deciding.playbook().name(),
                deciding.playbook().revision(),
                deciding.assigned.arm(),
                exposed(),
                deciding.assigned.stage(),
                placements(),
                noActionReason,
                account.stages(),
                account.explains() ? candidates() : List.of());
    }

    private Map<String, String> exposed() {
        Exposure exposure = deciding.blueprint.exposure;
        return exposure.none() ? Map.of() : exposure.exposed(deciding.entered, deciding.assigned.variants());
    }

    private List<Filled> placements() {
        List<Channel.Placement> asked = deciding.placements();
        List<Filled> filled = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            List<Result> results = new ArrayList<>();
            for (Placed placed : deciding.placed) {
                if (placed.placement() == i) {
                    results.add(result(placed));
                }
            }
            filled.add(new Filled(asked.get(i).name(), results));
        }
        return filled;
    }

    private Result result(Placed placed) {
        Action action = deciding.action(placed.action());
        Pricing.Quoted terms = deciding.pricing.of(placed.action());
        Wording wording = new Wording(deciding, placed.action());
        List<Reason> reasons = Reasons.of(deciding, placed.action());
        return new Result(
                placed.rank(),
                action.name(),
                action.issue(),
                action.group(),
                placed.treatment().row().id(),
                terms.price(),
                terms.cost(),
                placed.ranked().factors(),
                placed.ranked().factors().priority(),
                placed.choicePropensity(),
                reasons.stream()
                        .map(Reason::reason)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                reasons.stream().map(Reason::rule).toList(),
                action.fallback(),
                wording.title(),
                wording.texts(placed.treatment()));
    }

    /** Offered first, in the order of the answer, then those that went, in file order. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < deciding.placed.size(); i++) {
            candidates.add(offered(deciding.placed.get(i), i + 1));
        }
        for (int action = 0; action < deciding.playbook().catalogue().size(); action++) {
            Candidate dropped = account.dropped(action);
            if (dropped != null) {
                candidates.add(dropped);
            }
        }
        return candidates;
    }

    private Candidate offered(Placed placed, int rank) {
        Action action = deciding.action(placed.action());
        boolean full = deciding.request.explain() == Explain.FULL;
        return new Candidate(
                action.name(),
                action.issue(),
                action.group(),
                true,
                action.fallback() ? StageCode.FALLBACK : StageCode.PLACEMENT,
                rank,
                placed.ranked().factors().priority(),
                placed.ranked().factors(),
                null,
                full ? Reasons.of(deciding, placed.action()) : List.of());
    }
}
