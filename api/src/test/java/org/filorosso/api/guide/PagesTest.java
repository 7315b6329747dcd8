package org.filorosso.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: what an operator or an analyst pastes from his page does not work, or does not do what the page says. */
class PagesTest {
    private static final String ID = "<id>";

    @TempDir
    private static Path data;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                TestDatabase.H2.fresh(),
                data,
                "--filorosso.playbooks=../rules",
                "--filorosso.demo=true",
                "--filorosso.demo-customers=50");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<PastedCall> calls(String page, String path) throws IOException {
        return PastedCall.of(Files.readString(Path.of("..", "docs", page))).stream()
                .filter(call -> call.path().startsWith(path))
                .toList();
    }

    private static Answer answered(PastedCall call, int status) {
        Answer answer = call.send(service);
        assertThat(answer.status()).as(call + "\n" + answer.text()).isEqualTo(status);
        return answer;
    }

    @Test
    void noCallOfThePagesIsLeftOut() throws IOException {
        int tried = calls("analyst.md", "/v1/logs").size()
                + calls("analyst.md", "/v1/reports").size()
                + calls("operations.md", "/v1/keys").size()
                + calls("operations.md", "/v1/runs").size();
        assertThat(calls("analyst.md", "").size() + calls("operations.md", "").size())
                .isEqualTo(tried)
                .isGreaterThan(7);
    }

    @Test
    void analystsGetTheirLogsAndReports() throws IOException {
        for (PastedCall call : calls("analyst.md", "/v1/")) {
            String text = answered(call, 200).text();
            if (call.path().contains("format=csv")) {
                assertThat(text).as(call.path()).doesNotStartWith("{").contains(",");
            }
        }
        assertThat(answered(calls("analyst.md", "/v1/logs").get(0), 200).text())
                .startsWith("interactionId,at,subjectId,");
    }

    @Test
    void operatorsMakeAKeyAndTakeItBack() throws IOException {
        List<PastedCall> calls = calls("operations.md", "/v1/keys");
        String id = answered(calls.get(0), 201).json().get("id").asString();
        answered(calls.get(1).with(ID, id), 204);
        assertThat(calls).hasSize(2);
    }

    @Test
    void aRunIsStartedFollowedAndReported() throws IOException {
        List<PastedCall> calls = calls("operations.md", "/v1/runs");
        String id = answered(calls.get(0), 202).json().get("id").asString();
        assertThat(answered(calls.get(1).with(ID, id), 200).text()).contains("\"status\":\"completed\"");
        assertThat(answered(calls.get(2).with(ID, id), 200).text()).startsWith("id,channel,action,treatment,");
        assertThat(calls).hasSize(3);
    }
}
