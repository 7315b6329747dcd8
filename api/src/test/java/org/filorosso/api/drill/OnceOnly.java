package org.filorosso.api.drill;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * The same request and the same response 50 times at once, then 500 responses through a proxy that loses every third
 * reply after the work was done, each sent until it is acknowledged.
 */
final class OnceOnly implements Drill {
    private static final int TIMES = 50;
    private static final int RESPONSES = 500;
    private static final double LOSS = 0.3;

    @Override
    public int promise() {
        return 3;
    }

    @Override
    public String name() {
        return "once";
    }

    @Override
    public void run(Ground ground, Figures figures) {
        ServiceProcess node = ground.node("node", Ground.shipped());
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        JsonNode answer = sameRequest(desk, figures);
        sameResponse(desk, Desk.results(answer).get(0), figures);
        FaultProxy proxy = ground.keep(new FaultProxy(node.port(), 1));
        proxy.lose(LOSS);
        lostReplies(desk, new Desk(ground.at(proxy.port(), Role.INTEGRATION)), figures);
        figures.tell("repliesLost", proxy.lost());
        figures.expect("proxyLostSome", proxy.lost() > RESPONSES / 10, true);
    }

    private static JsonNode sameRequest(Desk desk, Figures figures) {
        desk.client().put("/v1/subjects/" + Telco.id(1), "{" + Telco.profile(1) + "}");
        List<Answer> answers = Crowd.times(TIMES, TIMES, n -> untilServed(() -> desk.ask(Telco.call("once", 1))));
        Set<String> bodies = new HashSet<>(answers.stream().map(Answer::text).toList());
        figures.expect("differentAnswers", bodies.size(), 1);
        figures.expect(
                "interactions",
                desk.history(Telco.id(1), "decided").stream()
                        .map(item -> item.path("interactionId").asString())
                        .distinct()
                        .count(),
                1L);
        return answers.get(0).json();
    }

    private static void sameResponse(Desk desk, JsonNode result, Figures figures) {
        String body = Desk.response(result, "accepted", "once-accepted");
        List<Answer> answers = Crowd.times(TIMES, TIMES, n -> untilServed(() -> desk.respond(body)));
        long first = answers.stream()
                .filter(answer -> !answer.json()
                        .path("recorded")
                        .path(0)
                        .path("duplicate")
                        .asBoolean())
                .count();
        figures.expect("firsts", first, 1L);
        figures.expect("rows", desk.history(Telco.id(1), "response").size(), 1);
    }

    private static void lostReplies(Desk sure, Desk unsure, Figures figures) {
        Desk.expected(sure.client().put("/v1/subjects/" + Telco.id(2), "{" + Telco.profile(2) + "}"));
        JsonNode result = Desk.results(sure.decided(Telco.call("lost", 2))).get(0);
        List<Integer> tries = Crowd.times(16, RESPONSES, n -> {
            String body = Desk.response(result, "clicked", "lost-" + n);
            int tried = 1;
            while (Crowd.sample(() -> unsure.respond(body)).status() / 100 != 2) {
                tried++;
            }
            return tried;
        });
        List<String> found = sure.history(Telco.id(2), "response").stream()
                .map(item -> item.path("key").asString())
                .toList();
        figures.tell("posts", tries.stream().mapToInt(tried -> tried).sum());
        figures.expect("rowsOfLost", found.size(), RESPONSES);
        figures.expect("twice", Ledger.repeated(found).size(), 0);
    }

    /** Who is told to come again because the first is still under way does so. */
    private static Answer untilServed(java.util.function.Supplier<Answer> call) {
        Answer answer = call.get();
        while (answer.status() == 409
                && answer.headers().firstValue("Retry-After").isPresent()) {
            answer = call.get();
        }
        Desk.expected(answer);
        return answer;
    }
}
