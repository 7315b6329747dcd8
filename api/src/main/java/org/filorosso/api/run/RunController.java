package org.filorosso.api.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.report.Parameters;
import org.filorosso.api.report.Pseudonyms;
import org.filorosso.api.report.RowForm;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Outbound runs over the service's own subjects. */
@RestController
@RequestMapping("/v1/runs")
class RunController {
    private static final List<RowForm> FORMS = List.of(RowForm.JSON, RowForm.CSV, RowForm.HTML);
    private static final List<Role> DELIVERING = List.of(Role.INTEGRATION, Role.ADMIN);

    private final Runs runs;
    private final RunWatch watch;
    private final ContactStore contacts;
    private final Pseudonyms pseudonyms;
    private final JsonMapper json;

    RunController(Runs runs, RunWatch watch, ContactStore contacts, Pseudonyms pseudonyms, JsonMapper json) {
        this.runs = runs;
        this.watch = watch;
        this.contacts = contacts;
        this.pseudonyms = pseudonyms;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<RunAnswer> order(@RequestBody RunRequest asked, Caller who) {
        RunAnswer run = runs.order(asked, who);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/runs/" + run.id()))
                .body(run);
    }

    @GetMapping
    RunAnswer.Items latest() {
        return new RunAnswer.Items(runs.latest());
    }

    @GetMapping("/{id}")
    RunAnswer one(@PathVariable String id) {
        return runs.told(runs.find(id));
    }

    @GetMapping("/{id}/events")
    void events(@PathVariable String id, HttpServletResponse response) throws IOException {
        watch.tell(id, response);
    }

    @PostMapping("/{id}:cancel")
    ResponseEntity<RunAnswer> cancel(@PathVariable String id, Caller who) {
        return ResponseEntity.accepted().body(runs.cancel(id, who));
    }

    @GetMapping("/{id}/report")
    void report(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            Caller who,
            HttpServletResponse response)
            throws IOException {
        Parameters parameters = new Parameters(given, List.of("format"));
        RowForm form = RowForm.asked(parameters, accept, FORMS);
        parameters.check();
        Run run = runs.find(id);
        String result = run.result();
        if (result == null || !run.status().over()) {
            throw Refusal.of(
                    Kind.CONFLICT,
                    "The run " + id + " is " + run.status().code()
                            + (run.status().over() ? ": it ended before all was decided." : ": it has no report yet."));
        }
        RunReport report = new RunReport(run, result, runs.told(run), contacts, json);
        response.setContentType(form.contentType());
        // not closed when it fails: closing would end a broken answer as if it were whole
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        switch (form) {
            case CSV -> {
                response.setHeader("Content-Disposition", "attachment; filename=\"contacts.csv\"");
                report.csv(names(who), out);
            }
            case HTML -> out.write(report.page());
            default -> out.write(json.writeValueAsString(report.figures()));
        }
        out.flush();
    }

    /** Who delivers the contacts has to know whom. */
    private UnaryOperator<String> names(Caller who) {
        return DELIVERING.contains(who.role()) ? UnaryOperator.identity() : pseudonyms.keyed();
    }
}
