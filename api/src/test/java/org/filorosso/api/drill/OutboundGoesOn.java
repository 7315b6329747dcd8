package org.filorosso.api.drill;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed while an outbound run decides, and twice while it records its contacts; started again, it ends
 * the run. Whoever was contacted was contacted once, and what the report tells is what the histories say.
 */
final class OutboundGoesOn implements Drill {
    private static final int SUBJECTS = 3000;
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final String ASKED =
            "{'requestId':'goes-on','playbook':'telco','all':true,'channels':['email'],'preference':'ignore'}";

    @Override
    public int promise() {
        return 3;
    }

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public void run(Ground ground, Figures figures) {
        ServiceProcess node = ground.node("node", Ground.shipped());
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        fill(desk);
        String id = order(desk);
        List<Predicate<JsonNode>> moments = List.of(
                run -> text(run, "status").equals("running"),
                run -> recorded(run) > 0,
                run -> recorded(run) > SUBJECTS / 6,
                run -> text(run, "status").equals("completed"));
        List<String> killedAt = new ArrayList<>();
        for (Predicate<JsonNode> moment : moments) {
            JsonNode run = reached(desk, id, moment);
            if (over(run)) {
                break;
            }
            node.process().kill();
            killedAt.add(text(run, "step") + ":" + recorded(run));
            node = ground.node("node", Ground.shipped());
            desk = new Desk(ground.at(node, Role.INTEGRATION));
        }
        figures.tell("killedAt", killedAt);
        figures.expect("kills", killedAt.size(), moments.size() - 1);
        figures.expect("sameRun", order(desk), id);
        compare(desk, id, figures);
    }

    private static void fill(Desk desk) {
        String lines = IntStream.range(0, SUBJECTS)
                .mapToObj(n -> "{\"id\":\"" + Telco.id(n) + "\"," + Telco.profile(n) + "}")
                .collect(Collectors.joining("\n"));
        Desk.expected(desk.client()
                .send("POST", "/v1/subjects:import", "application/x-ndjson", BodyPublishers.ofString(lines)));
    }

    private static String order(Desk desk) {
        return text(Desk.expected(desk.client().post("/v1/runs", ASKED)), "id");
    }

    private static JsonNode told(Desk desk, String id) {
        return Desk.expected(desk.client().get("/v1/runs/" + id));
    }

    /** The run at some moment, or when it is over. */
    private static JsonNode reached(Desk desk, String id, Predicate<JsonNode> moment) {
        List<JsonNode> seen = new ArrayList<>();
        Until.holds("the run goes on", MOST, () -> {
            JsonNode run = told(desk, id);
            seen.add(run);
            return moment.test(run) || over(run);
        });
        return seen.get(seen.size() - 1);
    }

    /** What was reported, beside what each subject's history says. */
    private static void compare(Desk desk, String id, Figures figures) {
        JsonNode run = told(desk, id);
        long recorded = recorded(run);
        figures.expect("status", text(run, "status"), "completed");
        figures.atLeast("recorded", recorded, SUBJECTS / 3.0);
        figures.tell("dropped", run.path("contacts").path("dropped").asLong());
        figures.expect("leftOver", run.path("contacts").path("planned").asLong(), 0L);
        List<String> reported = desk.client()
                .get("/v1/runs/" + id + "/report?format=csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')) + " " + line.substring(line.lastIndexOf(',') + 1))
                .sorted()
                .toList();
        List<String> remembered = Crowd.times(8, SUBJECTS, n -> contacts(desk, Telco.id(n))).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        figures.expect("reported", (long) reported.size(), recorded);
        figures.expect("inHistories", (long) remembered.size(), recorded);
        figures.expect("twice", Ledger.repeated(remembered).size(), 0);
        figures.expect("asReported", remembered.equals(reported), true);
    }

    /** Subject and interaction of each contact that he remembers. */
    private static List<String> contacts(Desk desk, String subject) {
        return desk.history(subject, "decided").stream()
                .filter(item -> text(item, "direction").equals("outbound"))
                .map(item -> subject + " " + text(item, "interactionId"))
                .toList();
    }

    private static boolean over(JsonNode run) {
        return List.of("completed", "failed", "cancelled").contains(text(run, "status"));
    }

    private static long recorded(JsonNode run) {
        return run.path("contacts").path("recorded").asLong();
    }

    private static String text(JsonNode from, String name) {
        return from.path(name).asString("");
    }
}
