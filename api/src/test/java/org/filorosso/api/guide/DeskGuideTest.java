package org.filorosso.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Hazard: what somebody pastes from the desk's guide does not work on the demonstration, or does not do what it says. */
class DeskGuideTest {

    @TempDir
    private Path data;

    @Test
    void everyCallOfTheGuideWorksAndTheStoryHolds() throws Exception {
        try (RunningService service = RunningService.start(
                TestDatabase.H2.fresh(), data, "--filorosso.playbooks=../rules", "--filorosso.demo=true")) {
            List<JsonNode> answers = run(PastedCall.of(Files.readString(Path.of("..", "docs", "desk.md"))), service);
            String first = action(answers.get(0), 0);
            List<String> next = actions(answers.get(4));

            assertThat(answers.get(0).at("/degraded").isNull()).isTrue();
            assertThat(next).as("what was accepted is gone").isNotEmpty().doesNotContain(first);
            assertThat(why(answers.get(4), first)).as("and the answer says why").isNotEmpty();
            assertThat(actions(answers.get(5)))
                    .as("on the other channel")
                    .isNotEmpty()
                    .doesNotContain(first);
            assertThat(actions(answers.get(6))).as("as yesterday").isEqualTo(actions(answers.get(0)));
        }
    }

    /** Runs the calls one after the other, each with what the first answer said. */
    private static List<JsonNode> run(List<PastedCall> calls, RunningService service) {
        Client agent = service.as(Role.AGENT);
        List<JsonNode> answers = new ArrayList<>();
        for (PastedCall call : calls) {
            PastedCall filled = answers.isEmpty() ? call : filled(call, answers.get(0));
            Client.Answer answer = filled.send(agent);
            assertThat(answer.status()).as(filled + "\n" + answer.text()).isEqualTo(200);
            answers.add(answer.json());
        }
        assertThat(answers).hasSizeGreaterThan(9);
        return answers;
    }

    private static PastedCall filled(PastedCall call, JsonNode first) {
        JsonNode result = first.at("/placements/0/results/0");
        return call.with("RESPONSE_TOKEN", result.path("responseToken").stringValue())
                .with("INTERACTION_ID", first.path("interactionId").stringValue())
                .with("\"ACTION\"", "\"" + result.path("action").stringValue() + "\"");
    }

    private static String action(JsonNode answer, int index) {
        return actions(answer).get(index);
    }

    private static List<String> actions(JsonNode answer) {
        return StreamSupport.stream(answer.path("placements").spliterator(), false)
                .flatMap(placement ->
                        StreamSupport.stream(placement.path("results").spliterator(), false))
                .map(result -> result.path("action").stringValue())
                .toList();
    }

    /** The sentence about an action that was dropped. */
    private static String why(JsonNode answer, String action) {
        return StreamSupport.stream(answer.at("/explain/candidates").spliterator(), false)
                .filter(candidate -> candidate.path("action").stringValue().equals(action))
                .filter(candidate -> candidate.path("outcome").stringValue().equals("dropped"))
                .map(candidate -> candidate.path("reason").stringValue())
                .findFirst()
                .orElseThrow();
    }
}
