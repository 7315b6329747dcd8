package org.filorosso.api.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.DatabaseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers reports, as JSON or CSV. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {
    private static final List<String> PARAMETERS = List.of("from", "to", "playbook", "format");
    private static final List<RowForm> FORMS = List.of(RowForm.JSON, RowForm.CSV);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final List<String> OFFERS = Arrays.stream(Grouping.values())
            .filter(by -> by != Grouping.NONE)
            .map(Grouping::code)
            .toList();
    private static final List<String> DECISIONS = List.of("channel", "stage", "arm", "day");
    private static final List<String> VERSIONS = List.of("arm", "revision");

    private final Reports reports;
    private final LivePlaybooks playbooks;
    private final DatabaseClock clock;
    private final Turns turns;

    ReportController(Reports reports, LivePlaybooks playbooks, DatabaseClock clock, Turns turns) {
        this.reports = reports;
        this.playbooks = playbooks;
        this.clock = clock;
        this.turns = turns;
    }

    /** What is asked of a report. */
    private record Asked(
            LivePlaybook live,
            Period period,
            RowForm form,
            @Nullable String by) {}

    @GetMapping("/kpis")
    ResponseEntity<String> kpis(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, OFFERS);
        return answer(asked, "kpis", () -> reports.kpis(asked.live(), asked.period(), Grouping.of(asked.by())));
    }

    @GetMapping("/scorecard")
    ResponseEntity<String> scorecard(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, VERSIONS);
        String by = asked.by();
        ScorecardCount.Grouping grouping = by == null
                ? ScorecardCount.Grouping.NONE
                : ScorecardCount.Grouping.valueOf(by.toUpperCase(Locale.ROOT));
        return answer(asked, "scorecard", () -> reports.scorecard(asked.live(), asked.period(), grouping, by));
    }

    @GetMapping("/funnel")
    ResponseEntity<String> funnel(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, DECISIONS);
        return answer(asked, "funnel", () -> reports.funnel(asked.live(), asked.period(), Grouping.of(asked.by())));
    }

    @GetMapping("/experiments")
    ResponseEntity<String> experiments(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, List.of());
        return answer(asked, "experiments", () -> reports.experiments(asked.live(), asked.period()));
    }

    @GetMapping("/journeys")
    ResponseEntity<String> journeys(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, List.of());
        return answer(asked, "journeys", () -> reports.journeys(asked.live(), asked.period()));
    }

    @GetMapping("/budgets")
    ResponseEntity<String> budgets(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, List.of());
        return answer(asked, "budgets", () -> reports.budgets(asked.live(), asked.period()));
    }

    @GetMapping("/rules")
    ResponseEntity<String> rules(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept)
            throws IOException {
        Asked asked = asked(given, accept, List.of());
        return answer(asked, "rules", () -> reports.rules(asked.live(), asked.period()));
    }

    /** @param groupings what {@code by} may be; none means that there is no such parameter */
    private Asked asked(MultiValueMap<String, String> given, @Nullable String accept, List<String> groupings) {
        List<String> known = new ArrayList<>(PARAMETERS);
        if (!groupings.isEmpty()) {
            known.add("by");
        }
        Parameters parameters = new Parameters(given, known);
        String name = parameters.text("playbook");
        Period period = Period.of(parameters, clock.instant(), Period.USUAL);
        RowForm form = RowForm.asked(parameters, accept, FORMS);
        String by = groupings.isEmpty() || parameters.text("by") == null
                ? null
                : parameters.choice("by", groupings, groupings.get(0));
        parameters.check();
        return new Asked(playbooks.named(name), period, form, by);
    }

    private ResponseEntity<String> answer(Asked asked, String name, Supplier<Report> making) throws IOException {
        AtomicReference<String> body = new AtomicReference<>("");
        turns.take(() -> body.set(written(making.get(), asked.form())));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().header("Content-Type", asked.form().contentType());
        if (asked.form() == RowForm.CSV) {
            answer.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        }
        return answer.body(body.get());
    }

    /** The report in its form. */
    static String written(Report report, RowForm form) throws IOException {
        if (form == RowForm.JSON) {
            return JSON.writeValueAsString(report);
        }
        StringWriter text = new StringWriter();
        RowWriter rows = new RowWriter(form, report.columns(), text);
        for (List<@Nullable Object> row : report.rows()) {
            rows.row(row);
        }
        return text.toString();
    }
}
