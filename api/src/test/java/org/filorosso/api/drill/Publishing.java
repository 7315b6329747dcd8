package org.filorosso.api.drill;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * Two revisions take turns a hundred times under load: no answer mixes them, none fails, none is much slower. After five
 * hundred publications the process holds as many classes and as much as before, and hostile files change nothing.
 */
final class Publishing implements Drill {
    private static final String NAME = "drill-publish";
    private static final Duration CALM = Duration.ofSeconds(20);
    private static final int UNDER_LOAD = 100;
    private static final int IN_ALL = 500;

    private final Map<String, String> prefixes = new ConcurrentHashMap<>();

    /** A revision whose actions all begin with its letter. */
    static SmallPlaybook revision(String letter) {
        return SmallPlaybook.of(NAME, SmallPlaybook.actions(letter, 20));
    }

    @Override
    public int promise() {
        return 6;
    }

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<String> java() {
        // times are measured: as an operator runs it
        return List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    }

    @Override
    public List<String> settings() {
        return List.of();
    }

    @Override
    public void run(Ground ground, Figures figures) {
        Path playbooks = revision("a").into(ground.folder().resolve("playbooks"));
        ServiceProcess node = ground.node("node", playbooks);
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        Press press = new Press(NAME, ground.at(node, Role.MARKETER), ground.at(node, Role.APPROVER));
        String a =
                desk.decided(revision("a").call("first", "s")).path("revision").asString();
        String b = press.accepted(revision("b"));
        prefixes.put(a, "a-");
        prefixes.put(b, "b-");
        List<String> turns = List.of(b, a);
        Crowd.times(4, 5000, n -> desk.ask(revision("a").call("warm-" + n, "s-" + n % 500)));

        Pressure pressure =
                ground.keep(Pressure.of(8, 200, n -> desk.ask(revision("a").call("load-" + n, "s-" + n % 500))));
        List<Sample> calm = phase(pressure, () -> Until.passed(CALM));
        List<Sample> swapping = phase(pressure, () -> {
            for (int i = 0; i < UNDER_LOAD; i++) {
                press.publish(turns.get(i % 2));
                Until.passed(Duration.ofMillis(200));
            }
        });
        pressure.stop();
        figures.tell("publications", UNDER_LOAD).tell("calls", swapping.size());
        figures.expect(
                "errors", swapping.stream().filter(call -> !call.answered(200)).count(), 0L);
        figures.expect("mixed", swapping.stream().filter(call -> !pure(call)).count(), 0L);
        figures.expect(
                "revisionsSeen",
                swapping.stream().map(Publishing::revision).distinct().count(),
                2L);
        figures.tell("degraded", swapping.stream().filter(Publishing::degraded).count());
        double calmP99 = Figures.percentile(calm, 99);
        figures.tell("calmP99Ms", calmP99).atMost("p99Ms", Figures.percentile(swapping, 99), 2 * calmP99);
        footprint(node, press, turns, figures);
        new HostileUploads(press, desk, revision("a")).tryAll(ground.folder(), figures);
        figures.expect("liveness", node.health("liveness"), 200);
    }

    private static List<Sample> phase(Pressure pressure, Runnable work) {
        long from = System.nanoTime();
        work.run();
        return pressure.between(from, System.nanoTime());
    }

    private static String revision(Sample call) {
        return call.answer() == null
                ? ""
                : call.answer().json().path("revision").asString();
    }

    private static boolean degraded(Sample call) {
        return call.answered(200) && !call.answer().json().path("degraded").isNull();
    }

    /** Whether all actions of an answer belong to the revision that it names. */
    private boolean pure(Sample call) {
        String prefix = prefixes.get(revision(call));
        JsonNode answer = call.answer().json();
        List<String> actions = Desk.actions(answer);
        // on a slow machine an answer may miss the deadline: then it proposes nothing, and says so
        boolean silent = actions.isEmpty() && degraded(call);
        return prefix != null
                && (silent || !actions.isEmpty())
                && actions.stream().allMatch(action -> action.startsWith(prefix));
    }

    private static void footprint(ServiceProcess node, Press press, List<String> turns, Figures figures) {
        Footprint before = Footprint.of(node.process().pid());
        for (int i = UNDER_LOAD; i < IN_ALL; i++) {
            press.publish(turns.get(i % 2));
        }
        Footprint after = Footprint.of(node.process().pid());
        figures.tell("classesBefore", before.classes()).atMost("classes", after.classes(), before.classes() * 1.02);
        figures.tell("heapMbBefore", before.heap() >> 20);
        figures.atMost("heapMb", after.heap() >> 20, (before.heap() >> 20) * 1.2 + 5);
    }

    /**
     * Brings revisions from the author to the customers.
     *
     * @param marketer writes
     * @param approver approves and publishes what somebody else wrote
     */
    record Press(String playbook, Client marketer, Client approver) {

        private String path() {
            return "/v1/playbooks/" + playbook + "/revisions";
        }

        Answer upload(byte[] content, String mediaType) {
            return marketer.send("POST", path(), mediaType, BodyPublishers.ofByteArray(content));
        }

        /** Uploads and approves; gives the revision. */
        String accepted(SmallPlaybook small) {
            JsonNode draft = Desk.expected(upload(small.zip(), "application/zip"));
            String revision = draft.path("revision").asString();
            Desk.expected(marketer.post(path() + "/" + revision + ":test", "{}"));
            Desk.expected(approver.post(path() + "/" + revision + ":approve", "{}"));
            return revision;
        }

        void publish(String revision) {
            Desk.expected(approver.post(path() + "/" + revision + ":publish", "{}"));
        }
    }
}
