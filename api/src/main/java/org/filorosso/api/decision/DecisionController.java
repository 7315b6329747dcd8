package org.filorosso.api.decision;

import java.util.List;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decisions over HTTP. */
@RestController
class DecisionController {
    private final RequestCheck check;
    private final DecisionService service;
    private final DecisionRecords records;
    private final Answers answers;

    DecisionController(RequestCheck check, DecisionService service, DecisionRecords records, Answers answers) {
        this.check = check;
        this.service = service;
        this.records = records;
        this.answers = answers;
    }

    @PostMapping(path = "/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decide(@RequestBody DecisionRequest body, Caller caller) {
        Faults faults = new Faults();
        Ask ask = check.ask(body, caller.id(), faults);
        faults.throwIfAny();
        if (ask == null) {
            throw new IllegalStateException("A question without faults must be understood");
        }
        return answers.json(service.answer(ask), hides(caller));
    }

    /** Analysts and those who write playbooks see no personal values. */
    private static boolean hides(Caller caller) {
        return List.of(Role.MARKETER, Role.APPROVER, Role.ANALYST).contains(caller.role());
    }
}
