package org.filorosso.api.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.simulator.log.ExtractLog;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decision log in the columns of the field's explainability extract: every candidate of every decision, which is decided
 * again with explanation from its facts, by its own revision. A decision whose facts are gone has no rows.
 */
@Component
final class ExtractExport {
    private final DecisionRecords records;
    private final LivePlaybooks playbooks;

    ExtractExport(DecisionRecords records, LivePlaybooks playbooks) {
        this.records = records;
        this.playbooks = playbooks;
    }

    /** @param names of subjects */
    void write(Period period, @Nullable String playbook, UnaryOperator<String> names, Writer out) throws IOException {
        out.write(ExtractLog.header());
        Map<String, ExtractLog> logs = new HashMap<>();
        records.forEach(new DecisionRecords.Range(period.from(), period.to(), playbook), record -> {
            try {
                out.write(rows(record, names, logs));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String rows(DecisionRecord record, UnaryOperator<String> names, Map<String, ExtractLog> logs) {
        try {
            Decided facts = record.again();
            LivePlaybook own = playbooks.revision(record.playbook(), record.revision());
            var request = RuleSample.explained(facts.request(), Explain.SUMMARY);
            Decision decision = own.engine().decide(facts.subject(), request, facts.state());
            ExtractLog log = logs.computeIfAbsent(
                    record.playbook(),
                    unseen -> new ExtractLog(own.playbook().settings().zone()));
            return log.rows(request, named(decision, names));
        } catch (Refusal e) {
            // erased, or its revision or counts are no longer kept
            return "";
        }
    }

    private static Decision named(Decision decision, UnaryOperator<String> names) {
        return new Decision(
                decision.interactionId(),
                decision.at(),
                names.apply(decision.subjectId()),
                decision.playbook(),
                decision.revision(),
                decision.arm(),
                decision.variants(),
                decision.stage(),
                decision.placements(),
                decision.noActionReason(),
                decision.stages(),
                decision.candidates());
    }
}
