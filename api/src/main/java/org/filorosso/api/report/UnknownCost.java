package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.subject.LostCandidates;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Request.Explain;
import org.springframework.stereotype.Component;

/** Decides recent decisions again by the live revision, and sees which actions went because a value was not known. */
@Component
final class UnknownCost implements LostCandidates {
    private static final int SAMPLE = 300;

    private final DecisionRecords records;

    UnknownCost(DecisionRecords records) {
        this.records = records;
    }

    @Override
    public Sample of(LivePlaybook playbook) {
        Count count = new Count();
        int decisions = 0;
        for (DecisionRecord record : records.recent(playbook.name(), SAMPLE)) {
            if (!record.erased()) {
                decisions++;
                record.again(playbook.engine(), Explain.FULL)
                        .decision()
                        .candidates()
                        .forEach(count::take);
            }
        }
        return new Sample(decisions, count.lost());
    }

    /** Goes through candidates: what each action is worth where it is ranked, and who went for want of a value. */
    private static final class Count {
        private final Map<String, List<Double>> priorities = new HashMap<>();
        private final Map<String, List<String>> gone = new HashMap<>();

        void take(Candidate candidate) {
            Double priority = candidate.priority();
            if (priority != null) {
                priorities
                        .computeIfAbsent(candidate.action(), unseen -> new ArrayList<>())
                        .add(priority);
            }
            Candidate.Why why = candidate.why();
            Candidate.FailedTest test = why == null ? null : why.test();
            String missing = test == null ? null : test.missing();
            if (missing != null) {
                gone.computeIfAbsent(missing, unseen -> new ArrayList<>()).add(candidate.action());
            }
        }

        Map<String, Lost> lost() {
            Map<String, Lost> lost = new HashMap<>();
            gone.forEach((attribute, actions) -> lost.put(
                    attribute,
                    new Lost(
                            actions.size(),
                            actions.stream().mapToDouble(this::mean).sum())));
            return lost;
        }

        private double mean(String action) {
            return priorities.getOrDefault(action, List.of()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }
    }
}
