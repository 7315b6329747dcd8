package org.filorosso.api.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.log.ExtractLog;
import org.filorosso.simulator.log.LogTable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the logs, row by row. */
@RestController
@RequestMapping("/v1/logs")
class LogController {
    private static final List<String> PARAMETERS = List.of("from", "to", "playbook", "format");
    private static final List<String> OF_DECISIONS = List.of("from", "to", "playbook", "format", "form");
    private static final List<String> FORM = List.of("log", "extract");
    private static final List<RowForm> FORMS = List.of(RowForm.CSV, RowForm.NDJSON);

    private final LogStore logs;
    private final ExtractExport extract;
    private final LivePlaybooks playbooks;
    private final Pseudonyms pseudonyms;
    private final DatabaseClock clock;
    private final Turns turns;

    LogController(
            LogStore logs,
            ExtractExport extract,
            LivePlaybooks playbooks,
            Pseudonyms pseudonyms,
            DatabaseClock clock,
            Turns turns) {
        this.logs = logs;
        this.extract = extract;
        this.playbooks = playbooks;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.turns = turns;
    }

    /** What is asked of a log. */
    private record Asked(Period period, @Nullable Playbook playbook, RowForm form, boolean extract) {
        @Nullable
        String name() {
            return playbook == null ? null : playbook.name();
        }
    }

    /** Fills the rows of a log. */
    private interface Filling {
        void fill(RowForm.Rows rows);
    }

    /** Writes an answer. */
    private interface Writing {
        void write(Writer out) throws IOException;
    }

    @GetMapping("/decisions")
    void decisions(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            Caller who,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(given, accept, OF_DECISIONS);
        UnaryOperator<String> names = pseudonyms.seenBy(who);
        if (asked.extract()) {
            stream(
                    ExtractLog.FILE,
                    RowForm.CSV,
                    response,
                    out -> extract.write(asked.period(), asked.name(), names, out));
            return;
        }
        write(LogTable.DECISIONS, asked, response, rows -> logs.decisions(asked.period(), asked.name(), names, rows));
    }

    @GetMapping("/responses")
    void responses(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            Caller who,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(given, accept, PARAMETERS);
        UnaryOperator<String> names = pseudonyms.seenBy(who);
        write(LogTable.RESPONSES, asked, response, rows -> logs.responses(asked.period(), asked.name(), names, rows));
    }

    @GetMapping("/events")
    void events(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            Caller who,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(given, accept, PARAMETERS);
        UnaryOperator<String> names = pseudonyms.seenBy(who);
        write(LogTable.EVENTS, asked, response, rows -> logs.events(asked.period(), asked.playbook(), names, rows));
    }

    private Asked asked(MultiValueMap<String, String> given, @Nullable String accept, List<String> known) {
        Parameters parameters = new Parameters(given, known);
        String name = parameters.text("playbook");
        Period period = Period.of(parameters, clock.instant(), null);
        RowForm form = RowForm.asked(parameters, accept, FORMS);
        boolean whole = parameters.choice("form", FORM, FORM.get(0)).equals("extract");
        if (whole && form != RowForm.CSV) {
            parameters.fault("format", "is not a form of the extract", form.ending(), "Maybe csv.");
        }
        parameters.check();
        return new Asked(period, name == null ? null : playbooks.named(name).playbook(), form, whole);
    }

    private void write(LogTable table, Asked asked, HttpServletResponse response, Filling filling) throws IOException {
        stream(
                table.file(asked.form().ending()),
                asked.form(),
                response,
                out -> filling.fill(new RowWriter(asked.form(), table.columns(), out)));
    }

    private void stream(String file, RowForm form, HttpServletResponse response, Writing writing) throws IOException {
        turns.take(() -> {
            response.setContentType(form.contentType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
            try {
                // not closed when it fails: closing would end a broken answer as if it were whole
                Writer out =
                        new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
                writing.write(out);
                out.flush();
            } catch (RuntimeException e) {
                throw broken(response, e);
            }
        });
    }

    private static RuntimeException broken(HttpServletResponse response, RuntimeException cause) {
        if (response.isCommitted()) {
            return new BrokenOff(cause);
        }
        response.reset();
        return cause;
    }

    /** Ends an answer that is half written as one that is half written: the connection breaks, no problem is appended. */
    @ExceptionHandler
    void brokenOff(BrokenOff e) {
        throw e;
    }
}
