package org.filorosso.api.drill;

import java.util.List;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A thousand decisions, with responses between them so that each customer's next one is another, then decided again from
 * what was recorded: to the bytes that the caller got.
 */
final class Replaying implements Drill {
    private static final int DECISIONS = 1000;
    private static final int SUBJECTS = 250;
    private static final List<String> OUTCOMES = List.of("presented", "accepted", "rejected", "later");

    @Override
    public int promise() {
        return 12;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void run(Ground ground, Figures figures) {
        Desk desk = new Desk(ground.at(ground.node("node", Ground.shipped()), Role.INTEGRATION));
        Crowd.times(4, SUBJECTS, n -> desk.client().put("/v1/subjects/" + Telco.id(n), "{" + Telco.profile(n) + "}"));
        List<Answer> kept = Crowd.times(4, DECISIONS, n -> decide(desk, n));
        figures.tell("decisions", kept.size());
        figures.expect(
                "degraded",
                kept.stream()
                        .filter(answer -> !answer.json().path("degraded").isNull())
                        .count(),
                0L);
        figures.tell(
                "different",
                kept.stream()
                        .map(answer -> answer.json().path("placements"))
                        .distinct()
                        .count());
        figures.expect(
                "notTheSame",
                kept.stream().filter(answer -> !replayed(desk, answer)).count(),
                0L);
    }

    private static Answer decide(Desk desk, int n) {
        Answer answer = desk.ask(Telco.call("replay-" + n, n % SUBJECTS));
        List<JsonNode> results = Desk.results(Desk.expected(answer));
        if (!results.isEmpty()) {
            Desk.expected(
                    desk.respond(Desk.response(results.get(0), OUTCOMES.get(n % OUTCOMES.size()), "replay-" + n)));
        }
        return answer;
    }

    /** Asking for the full explanation decides again; without the explanation the bytes must be those of then. */
    private static boolean replayed(Desk desk, Answer kept) {
        String id = kept.json().path("interactionId").asString();
        Answer again = desk.client().get("/v1/decisions/" + id + "?explain=full");
        ObjectNode answer = (ObjectNode) Desk.expected(again);
        answer.remove("explain");
        ObjectNode then = (ObjectNode) kept.json();
        then.remove("explain");
        return answer.toString().equals(then.toString());
    }
}
