package org.filorosso.api.review;

import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.playbook.Workbench;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns a past decision into a golden customer. */
@RestController
class GoldenController {
    private final DecisionRecords decisions;
    private final LivePlaybooks playbooks;
    private final Workbench workbench;
    private final Database database;
    private final AuditLog audit;

    GoldenController(
            DecisionRecords decisions,
            LivePlaybooks playbooks,
            Workbench workbench,
            Database database,
            AuditLog audit) {
        this.decisions = decisions;
        this.playbooks = playbooks;
        this.workbench = workbench;
        this.database = database;
        this.audit = audit;
    }

    @PostMapping("/v1/decisions/{interactionId:[A-Za-z0-9._@+-]+}:golden")
    GoldenDraft golden(@PathVariable String interactionId, Caller caller) {
        DecisionRecord record = decisions
                .find(interactionId)
                .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "There is no decision " + interactionId + "."));
        GoldenDraft draft =
                workbench.work(() -> GoldenDrafts.of(record, playbooks.revision(record.playbook(), record.revision())));
        database.inTransaction(() -> {
            audit.record(caller, "golden", interactionId, record.playbook());
            return draft;
        });
        return draft;
    }
}
