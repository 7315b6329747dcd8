package org.filorosso.api.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed at a random moment while 16 clients post 10,000 responses (and events and subjects beside
 * them); every key that it acknowledged must be there after a restart, and posting all again must leave each once.
 */
final class NothingIsLost implements Drill {
    private static final int CLIENTS = 16;
    private static final int RESPONSES = 10_000;
    private static final int SUBJECTS = 250;
    private static final List<String> OUTCOMES = List.of("presented", "clicked", "later", "rejected", "accepted");

    private final Ledger responses = new Ledger();
    private final Ledger events = new Ledger();
    private final Ledger profiles = new Ledger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean killed = new AtomicBoolean();

    @Override
    public int promise() {
        return 2;
    }

    @Override
    public String name() {
        return "durable";
    }

    @Override
    public void run(Ground ground, Figures figures) {
        long seed = Long.getLong("drill.seed", System.nanoTime());
        int killAt = 2000 + new Random(seed).nextInt(6000);
        figures.tell("seed", seed).tell("killAt", killAt);
        ServiceProcess node = ground.node("node", Ground.shipped());
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        List<String> bodies = bodies(desk);
        Crowd.until(CLIENTS, RESPONSES, n -> {
            post(desk, n, bodies.get(n));
            if (acknowledged.get() >= killAt && killed.compareAndSet(false, true)) {
                node.process().kill();
            }
            return !killed.get();
        });
        Desk again = new Desk(ground.at(ground.node("node", Ground.shipped()), Role.INTEGRATION));
        figures.tell("acknowledged", responses.size());
        figures.expect("lost", responses.lost(keys(again, "response")).size(), 0);
        figures.expect("eventsLost", events.lost(keys(again, "event")).size(), 0);
        figures.expect("subjectsLost", profiles.lost(known(again)).size(), 0);
        replay(again, bodies, figures);
    }

    private void replay(Desk desk, List<String> bodies, Figures figures) {
        Crowd.times(CLIENTS, RESPONSES, n -> Desk.expected(desk.respond(bodies.get(n))));
        List<String> found = keys(desk, "response");
        figures.expect("rowsAfterReplay", found.size(), RESPONSES);
        figures.expect("twice", Ledger.repeated(found).size(), 0);
    }

    /** Ten thousand responses to the decisions for some subjects, each with its own key. */
    private static List<String> bodies(Desk desk) {
        List<JsonNode> answers = Crowd.times(8, SUBJECTS, n -> {
            Desk.expected(desk.client().put("/v1/subjects/" + Telco.id(n), "{" + Telco.profile(n) + "}"));
            return desk.decided(Telco.call("durable-" + n, n));
        });
        List<String> bodies = new ArrayList<>();
        for (int n = 0; n < RESPONSES; n++) {
            List<JsonNode> results = Desk.results(answers.get(n % SUBJECTS));
            JsonNode result = results.get(n / SUBJECTS % results.size());
            bodies.add(Desk.response(result, OUTCOMES.get(n % OUTCOMES.size()), "durable-" + n));
        }
        return bodies;
    }

    /** Every tenth call adds an event and a subject beside the response. */
    private void post(Desk desk, int n, String body) {
        Sample sample = Crowd.sample(() -> desk.respond(body));
        if (sample.answered(200) || sample.answered(201)) {
            responses.acknowledge("durable-" + n);
            acknowledged.incrementAndGet();
        }
        if (n % 10 == 0) {
            acknowledge(events, "bill-" + n, Crowd.sample(() -> desk.client().post("/v1/events", event(n))));
            acknowledge(profiles, "s-" + n, Crowd.sample(() -> subject(desk, n)));
        }
    }

    private static String event(int n) {
        return "{'events':[{'subjectId':'" + Telco.id(n % SUBJECTS) + "','event':'bill-paid','key':'bill-" + n
                + "','fields':{'amount':20}}]}";
    }

    private static Answer subject(Desk desk, int n) {
        return desk.client().put("/v1/subjects/s-" + n, "{" + Telco.profile(n) + "}");
    }

    private static void acknowledge(Ledger ledger, String key, Sample sample) {
        if (sample.status() / 100 == 2) {
            ledger.acknowledge(key);
        }
    }

    private static List<String> keys(Desk desk, String kind) {
        return Crowd.times(8, SUBJECTS, n -> desk.history(Telco.id(n), kind)).stream()
                .flatMap(List::stream)
                .map(item -> item.path("key").asString())
                .toList();
    }

    private static List<String> known(Desk desk) {
        return Crowd.times(8, RESPONSES / 10, n -> "s-" + 10 * n).stream()
                .filter(id -> desk.client().get("/v1/subjects/" + id).status() == 200)
                .toList();
    }
}
