package org.filorosso.api.review;

import java.util.List;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.CheckedPlaybook;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.playbook.Revisions;
import org.filorosso.api.playbook.StoredRevision;
import org.filorosso.api.playbook.Workbench;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.report.Parameters;
import org.filorosso.api.report.RowForm;
import org.filorosso.simulator.log.GoldenFormats;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.review.diff.DiffReport;
import org.filorosso.simulator.review.diff.PlaybookDiff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

/** What a revision says, before anybody approves it. The answers are those of the command line. */
@RestController
@RequestMapping("/v1/playbooks")
class ReviewController {
    private static final String REVISION = "/{name}/revisions/{revision:[0-9a-f]+}";

    private static final List<RowForm> FORMS = List.of(RowForm.JSON, RowForm.HTML);
    private static final int USUAL = 200;
    private static final int MOST = 2_000;

    private final Revisions revisions;
    private final LivePlaybooks playbooks;
    private final DecisionRecords decisions;
    private final Workbench workbench;

    ReviewController(Revisions revisions, LivePlaybooks playbooks, DecisionRecords decisions, Workbench workbench) {
        this.revisions = revisions;
        this.playbooks = playbooks;
        this.decisions = decisions;
        this.workbench = workbench;
    }

    /** @param decisions how many of the last are decided again, 1 to 2,000; null: 200 */
    record PreviewOrder(@Nullable Integer decisions) {}

    @GetMapping(path = REVISION + "/diff/{other:[0-9a-f]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    String diff(@PathVariable String name, @PathVariable String revision, @PathVariable String other) {
        StoredRevision before = revisions.find(name, revision);
        StoredRevision after = revisions.find(name, other);
        return workbench.work(() -> ReviewJson.of(report(revisions.read(before), revisions.read(after))));
    }

    private static DiffReport report(CheckedPlaybook before, CheckedPlaybook after) {
        return new DiffReport(
                DiffReport.Edition.of(before.orRefuse()),
                DiffReport.Edition.of(after.orRefuse()),
                PlaybookDiff.of(before.sheets(), after.sheets()),
                null);
    }

    @PostMapping(path = REVISION + ":test", produces = MediaType.APPLICATION_JSON_VALUE)
    String test(@PathVariable String name, @PathVariable String revision) {
        StoredRevision found = revisions.find(name, revision);
        return workbench.work(() -> GoldenFormats.json(revisions.test(found)));
    }

    @PostMapping(REVISION + ":preview")
    ResponseEntity<String> preview(
            @PathVariable String name,
            @PathVariable String revision,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            @RequestBody(required = false) @Nullable PreviewOrder order) {
        Parameters parameters = new Parameters(given, List.of("format"));
        RowForm form = RowForm.asked(parameters, accept, FORMS);
        parameters.check();
        int most = order == null || order.decisions() == null ? USUAL : order.decisions();
        if (most < 1 || most > MOST) {
            throw Refusal.at(Kind.INVALID, "/decisions", "must be 1 to 2,000", most, "Maybe " + USUAL + ".");
        }
        StoredRevision found = revisions.find(name, revision);
        return answer(form, workbench.work(() -> {
            LivePlaybook tried = playbooks.revision(name, found.revision());
            return new Previewing(tried).of(decisions.recent(name, most));
        }));
    }

    private static ResponseEntity<String> answer(RowForm form, Preview preview) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header("Content-Type", form.contentType());
        return form == RowForm.HTML
                ? answer.header("Content-Security-Policy", PreviewPage.POLICY)
                        .body(PreviewPage.of(preview).toString())
                : answer.body(ReviewJson.of(preview));
    }
}
