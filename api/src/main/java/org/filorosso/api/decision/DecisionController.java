package org.filorosso.api.decision;

import java.util.List;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.engine.decide.Request.Explain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions over HTTP. */
@RestController
class DecisionController {
    private final RequestCheck check;
    private final DecisionService service;
    private final Answers answers;

    DecisionController(RequestCheck check, DecisionService service, Answers answers) {
        this.check = check;
        this.service = service;
        this.answers = answers;
    }

    /** Many questions at once. */
    record Batch(@Nullable List<@Nullable DecisionRequest> requests) {}

    @PostMapping(path = "/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decide(@RequestBody DecisionRequest body, Caller caller) {
        Faults faults = new Faults();
        Ask ask = check.ask(body, caller.id(), faults);
        faults.throwIfAny();
        return answers.json(service.answer(allowed(understood(ask), caller)), hides(caller));
    }

    @PostMapping(path = "/v1/decisions:batch", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] decideMany(@RequestBody Batch body, Caller caller) {
        List<Ask> asks = check.asks(body.requests(), caller.id());
        asks.forEach(ask -> allowed(ask, caller));
        return answers.json(service.answers(asks), hides(caller));
    }

    @GetMapping(path = "/v1/decisions/{interactionId}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] explain(
            @PathVariable String interactionId, @RequestParam(defaultValue = "full") String explain, Caller caller) {
        Faults faults = new Faults();
        Explain much = RequestCheck.explain(explain, faults);
        faults.throwIfAny();
        return answers.json(service.past(interactionId, much), hides(caller));
    }

    /** Who writes playbooks tries customers, but contacts none. */
    private static Ask allowed(Ask ask, Caller caller) {
        if (caller.role() == Role.MARKETER && !ask.dryRun()) {
            throw Refusal.of(Kind.FORBIDDEN, "A marketer may only try a decision. Maybe set dryRun to true.");
        }
        return ask;
    }

    private static Ask understood(@Nullable Ask ask) {
        if (ask == null) {
            throw new IllegalStateException("A question without faults must be understood");
        }
        return ask;
    }

    /** Analysts and those who write playbooks see no personal values. */
    private static boolean hides(Caller caller) {
        return List.of(Role.MARKETER, Role.APPROVER, Role.ANALYST).contains(caller.role());
    }
}
