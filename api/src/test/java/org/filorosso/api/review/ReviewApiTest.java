package org.filorosso.api.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Role;
import org.filorosso.engine.golden.GoldenReport;
import org.filorosso.engine.golden.GoldenRunner;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a preview decides of other facts than those of the day; a golden customer tells who it was, or fails. */
class ReviewApiTest {
    private static final String CANARY = "CANARY-8c1f";

    private static String decided(TestDatabase database, String subject, String request) {
        Client service = database.service().as(Role.INTEGRATION);
        String profile = "{'attributes': {'tenure months': {'value': 30}, 'monthly spend': {'value': 55.5},"
                + " 'first name': {'value': '" + CANARY
                + "'}, 'internet': {'value': 'DSL'}, 'total spend': {'value': 1600}, 'left us': {'value': false},"
                + " 'phone line': {'value': true}, 'contract': {'value': 'Month-to-month'}}, 'consents': {'marketing':"
                + " true, 'telemarketing': false}, 'household': 'H-" + CANARY + "'}";
        Answer stored = service.put("/v1/subjects/" + subject, profile);
        assertThat(stored.status()).as(stored.text()).isIn(200, 201);
        Answer answer = service.post(
                "/v1/decisions",
                "{'requestId': '" + request + "', 'subjectId': '" + subject
                        + "', 'channel': 'contact-centre', 'direction': 'inbound', 'playbook': 'telco'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("interactionId").stringValue();
    }

    @ParameterizedTest
    @EnumSource
    void aPastDecisionBecomesAGoldenCustomerThatPassesAndNamesNobody(TestDatabase database) {
        String subject = CANARY + "-" + database.name().toLowerCase(Locale.ROOT);
        // of the same household: what was said to her before is part of the story
        decided(database, subject + "-partner", "golden-0");
        String interaction = decided(database, subject, "golden-1");
        Answer answer = database.service().as(Role.MARKETER).post("/v1/decisions/" + interaction + ":golden", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(CANARY);
        assertThat(answer.json().path("same").booleanValue()).as(answer.text()).isTrue();
        String yaml = answer.json().path("yaml").stringValue();
        assertThat(yaml).contains("tenure months: 30", "55.5", "-telemarketing");
        LivePlaybook telco = database.service().bean(LivePlaybooks.class).named("telco");
        Problems problems = new Problems();
        GoldenReport report = new GoldenRunner(telco.engine())
                .run(GoldenReader.read(List.of(Text.of("tests/pasted.yaml", yaml)), telco.playbook(), problems));
        assertThat(problems.all()).isEmpty();
        assertThat(report.passed()).isOne();
        assertThat(database.service()
                        .as(Role.MARKETER)
                        .post("/v1/decisions/none:golden", "")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewTellsWhoChangesOfTheLastDecisions(TestDatabase database) throws Exception {
        for (int i = 0; i < 5; i++) {
            decided(database, "preview-" + i, "preview-" + i);
        }
        LivePlaybooks playbooks = database.service().bean(LivePlaybooks.class);
        Client marketer = database.service().as(Role.MARKETER);
        String top = database.service()
                .bean(DecisionRecords.class)
                .recent("telco", 1)
                .get(0)
                .again()
                .decision()
                .results()
                .get(0)
                .action();
        JsonNode same = marketer.post(preview(playbooks.named("telco").revision()), "{'decisions': 5}")
                .json();
        assertThat(same.path("changes").path("decisions").intValue()).isEqualTo(5);
        assertThat(same.path("changes").path("changed").intValue()).isZero();
        assertThat(same.path("changes").path("funnel").size()).isGreaterThan(5);
        String draft = without(database, top);
        JsonNode changed = marketer.post(preview(draft), "{'decisions': 5}").json();
        assertThat(changed.path("changes").path("changed").intValue())
                .as(changed.toString())
                .isPositive();
        assertThat(changed.path("changes").path("flows").toString()).contains("\"from\":\"" + top + "\"");
        assertThat(changed.toString()).doesNotContain("preview-0", CANARY);
        assertThat(marketer.post(preview(draft), "{'decisions': 0}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewIsAPageToo(TestDatabase database) throws Exception {
        for (int i = 0; i < 3; i++) {
            decided(database, "paged-" + i, "paged-" + i);
        }
        String revision =
                database.service().bean(LivePlaybooks.class).named("telco").revision();
        Client marketer = database.service().as(Role.MARKETER);
        JsonNode figures = marketer.post(preview(revision), "{'decisions': 3}").json();
        Answer page = asked(marketer, preview(revision), "text/html");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'none'"));
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("3 decisions either way. The first result of 0 changes (0.0%)", "as it was decided")
                .contains("id=\"flows\"", "id=\"offers-chart-title\"", "id=\"funnel-chart-title\"")
                .doesNotContain("paged-", CANARY);
        for (JsonNode stage : figures.path("changes").path("funnel")) {
            assertThat(page.text()).contains(">" + stage.path("stage").stringValue() + "<");
        }
        assertThat(marketer.post(preview(revision) + "?format=html", "{'decisions': 3}")
                        .text())
                .isEqualTo(page.text());
        assertThat(asked(marketer, preview(revision), "image/png").status()).isEqualTo(406);
        assertThat(marketer.post(preview(revision) + "?format=csv", "").status())
                .isEqualTo(422);
    }

    private static Answer asked(Client client, String path, String accept) {
        return client.send(
                "POST",
                path,
                "application/json",
                java.net.http.HttpRequest.BodyPublishers.ofString("{\"decisions\": 3}"),
                "Accept",
                accept);
    }

    private static String preview(String revision) {
        return "/v1/playbooks/telco/revisions/" + revision + ":preview";
    }

    /** A draft of telco in which an action is over. */
    private static String without(TestDatabase database, String action) throws Exception {
        Path folder = Files.createTempDirectory("draft").resolve("telco");
        org.springframework.util.FileSystemUtils.copyRecursively(Path.of("..", "rules", "telco"), folder);
        Path engagement = folder.resolve("engagement.csv");
        List<String> lines = Files.readAllLines(engagement);
        String header = lines.stream()
                .filter(line -> line.startsWith("id,"))
                .findFirst()
                .orElseThrow();
        assertThat(header).contains("policy", "target", "effect");
        LivePlaybook telco = database.service().bean(LivePlaybooks.class).named("telco");
        String path = telco.playbook().catalogue().find(action).path();
        StringBuilder row = new StringBuilder();
        for (String column : header.split(",")) {
            row.append(
                            switch (column) {
                                case "id" -> "X-1";
                                case "policy" -> "eligibility";
                                case "target" -> path;
                                case "effect" -> "never";
                                case "reason" -> "Not in this draft";
                                default -> "";
                            })
                    .append(',');
        }
        Files.writeString(engagement, String.join("\n", lines) + "\n" + row.substring(0, row.length() - 1) + "\n");
        Answer uploaded = DraftUpload.of(database.service().as(Role.MARKETER), "telco", folder);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        return uploaded.json().path("revision").stringValue();
    }
}
