package org.filorosso.api.drill;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * The database becomes two seconds slower, then stops. Every call must be answered, none later than the deadline and 50
 * ms, and once the fault is over the service must recover by itself. Pauses of this machine that the drill's own clock
 * saw during a call are taken off its time.
 */
final class AnswerAlwaysComes implements Drill {
    private static final Duration LATEST = Duration.ofMillis(250);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration FAULT = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int SUBJECTS = 200;

    private final Hiccups hiccups = new Hiccups();

    private record Phase(List<Sample> calls, Duration recovery) {}

    @Override
    public int promise() {
        return 1;
    }

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public Set<DrillDatabase> databases() {
        return EnumSet.of(DrillDatabase.H2_SERVER, DrillDatabase.POSTGRESQL);
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
        FaultProxy proxy = ground.keep(new FaultProxy(ground.database().port(), 1));
        ServiceProcess node = ground.node("node", Ground.shipped(), proxy.port());
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        for (int n = 0; n < SUBJECTS; n++) {
            Desk.expected(desk.client().put("/v1/subjects/" + Telco.id(n), "{" + Telco.profile(n) + "}"));
        }
        warm(desk);
        Pressure pressure = ground.keep(Pressure.of(8, 100, n -> desk.ask(Telco.call("answer-" + n, n % SUBJECTS))));
        long calm = System.nanoTime();
        Until.passed(CALM);
        tell(figures, "calm", pressure.between(calm, System.nanoTime()));
        Phase slow = fault(desk, pressure, () -> proxy.delay(Duration.ofSeconds(2)), proxy::heal);
        Phase away = fault(
                desk,
                pressure,
                () -> ground.database().stop(),
                () -> ground.database().start());
        List<Sample> all = pressure.stop();
        judge(figures, "slow", slow);
        judge(figures, "away", away);
        figures.expect(
                "notAnswered", all.stream().filter(call -> !call.answered(200)).count(), 0L);
        figures.expect("late", all.stream().filter(this::late).count(), 0L);
        figures.tell("latestMs", Figures.percentile(all, 100));
        figures.expect("notStoredLater", missing(desk, slow, away), 0);
        hiccups.close();
    }

    private static void warm(Desk desk) {
        Crowd.times(4, 3000, n -> desk.ask(Telco.call("warm-" + n, n % SUBJECTS)));
    }

    /** Breaks something for a while; the calls that saw nothing but the fault. */
    private static Phase fault(Desk desk, Pressure pressure, Runnable breaks, Runnable heals) {
        breaks.run();
        long from = System.nanoTime();
        Until.passed(FAULT);
        long until = System.nanoTime();
        heals.run();
        int[] asked = {0};
        Duration recovery = Until.holds(
                "decisions are not degraded any more",
                Duration.ofMinutes(2),
                () -> !degraded(desk.ask(Telco.call("again-" + from + "-" + asked[0]++, 1))));
        Until.passed(CALM);
        return new Phase(
                pressure.between(from, until).stream()
                        .filter(call -> call.ended() < until)
                        .toList(),
                recovery);
    }

    private void judge(Figures figures, String name, Phase phase) {
        tell(figures, name, phase.calls());
        long plain = phase.calls().stream()
                .filter(call -> call.answer() == null || !degraded(call.answer()))
                .count();
        figures.expect(name + "NotDegraded", plain, 0L);
        figures.tell(name + "Reasons", reasons(phase.calls()));
        figures.atMost(name + "RecoveryMs", phase.recovery().toMillis(), RECOVERY.toMillis());
    }

    private static void tell(Figures figures, String name, List<Sample> calls) {
        figures.tell(name + "Calls", calls.size());
        figures.tell(name + "P50Ms", Figures.percentile(calls, 50)).tell(name + "P99Ms", Figures.percentile(calls, 99));
    }

    private static TreeMap<String, Long> reasons(List<Sample> calls) {
        return calls.stream()
                .filter(call -> call.answered(200))
                .collect(Collectors.groupingBy(
                        call -> call.answer().json().path("degraded").asString(""),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static boolean degraded(Answer answer) {
        JsonNode degraded = answer.json().path("degraded");
        return answer.status() == 200 && !degraded.isNull() && !degraded.isMissingNode();
    }

    private boolean late(Sample call) {
        return call.nanos() - hiccups.during(call) > LATEST.toNanos();
    }

    /** Degraded decisions are stored once the database is back; how many of a sample are missing after a minute. */
    private static int missing(Desk desk, Phase... phases) {
        List<String> ids = Stream.of(phases)
                .flatMap(phase -> phase.calls().stream().limit(100))
                .map(call -> call.answer().json().path("interactionId").asString())
                .toList();
        Set<String> left = new HashSet<>(ids);
        Until.passes(Duration.ofMinutes(1), () -> {
            left.removeIf(id -> desk.client().get("/v1/decisions/" + id).status() == 200);
            return left.isEmpty();
        });
        return left.size();
    }
}
