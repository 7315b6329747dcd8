package org.filorosso.api.response;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes responses and events by the thousand, such as yesterday's results of a dialler or a mailer. */
@RestController
class ImportController {
    private final ResponseController responses;
    private final EventController events;
    private final LivePlaybooks playbooks;
    private final JsonMapper mapper;

    ImportController(ResponseController responses, EventController events, LivePlaybooks playbooks, JsonMapper mapper) {
        this.responses = responses;
        this.events = events;
        this.playbooks = playbooks;
        this.mapper = mapper;
    }

    /** Makes rows of a body. */
    private interface Opening<T> {
        ImportSource<T> open(DataFile body, DataFile.Format format) throws FlawException;
    }

    /** @param playbook in whose locale a CSV is written; null means the first */
    @PostMapping("/v1/responses:import")
    ImportReport responses(@RequestParam(required = false) @Nullable String playbook, HttpServletRequest request)
            throws IOException {
        ImportSource<GivenResponses.Given> source = source(
                request,
                (body, format) -> format == DataFile.Format.CSV
                        ? CsvObjects.responses(body, locale(playbook), mapper)
                        : new JsonRows<>(body, mapper, GivenResponses.Given.class));
        return new StreamedImport<GivenResponses.Given, Recorded.One>(
                        rows -> responses
                                .respond(new GivenResponses(List.copyOf(rows)))
                                .recorded(),
                        Recorded.One::duplicate)
                .run(source);
    }

    /** @param playbook whose fields and locale the columns of a CSV have; null means the first */
    @PostMapping("/v1/events:import")
    ImportReport events(@RequestParam(required = false) @Nullable String playbook, HttpServletRequest request)
            throws IOException {
        ImportSource<GivenEvents.Given> source = source(
                request,
                (body, format) -> format == DataFile.Format.CSV
                        ? CsvObjects.events(body, locale(playbook), mapper)
                        : new JsonRows<>(body, mapper, GivenEvents.Given.class));
        return new StreamedImport<GivenEvents.Given, RecordedEvents.One>(
                        rows -> events.happened(new GivenEvents(List.copyOf(rows)))
                                .recorded(),
                        RecordedEvents.One::duplicate)
                .run(source);
    }

    private Playbook locale(@Nullable String name) {
        if (name == null) {
            return playbooks.all().stream()
                    .findFirst()
                    .map(LivePlaybook::playbook)
                    .orElseThrow(() -> Refusal.of(Kind.UNAVAILABLE, "No playbook is live yet."));
        }
        return playbooks.named(name).playbook();
    }

    private static <T> ImportSource<T> source(HttpServletRequest request, Opening<T> opening) throws IOException {
        DataFile.Format format = format(request);
        try {
            return opening.open(DataFile.of(request.getInputStream(), format), format);
        } catch (FlawException e) {
            throw Refusal.of(Kind.INVALID, "The body cannot be taken.", ImportSource.Row.faults(e));
        }
    }

    private static DataFile.Format format(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return DataFile.Format.CSV;
        }
        if (type.startsWith("application/x-ndjson")) {
            return DataFile.Format.NDJSON;
        }
        throw Refusal.of(Kind.MEDIA_TYPE, "The body is neither text/csv nor application/x-ndjson.");
    }
}
