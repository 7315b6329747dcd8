package org.filorosso.api.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import tools.jackson.databind.JsonNode;

/**
 * The service is started while its database is down. It must serve the last good revision, say that it is degraded, and
 * propose nothing but service, as it cannot know who consented. The same questions with the database show that there
 * would have been something to propose.
 */
final class ColdStart implements Drill {
    private static final int SUBJECTS = 100;

    @Override
    public int promise() {
        return 7;
    }

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public Set<DrillDatabase> databases() {
        return EnumSet.of(DrillDatabase.H2_SERVER, DrillDatabase.POSTGRESQL);
    }

    @Override
    public void run(Ground ground, Figures figures) {
        ServiceProcess warm = ground.node("node", Ground.shipped());
        Desk before = new Desk(ground.at(warm, Role.INTEGRATION));
        for (int n = 0; n < SUBJECTS; n++) {
            Desk.expected(before.client().put("/v1/subjects/" + Telco.id(n), "{" + Telco.profile(n) + "}"));
        }
        List<JsonNode> known = answers(before, "known");
        figures.atLeast("marketingWithDatabase", marketing(known), 1);
        warm.process().terminate();
        warm.process().awaitExit(Duration.ofSeconds(30));
        ground.database().stop();

        ServiceProcess cold =
                ground.begin("node", Ground.shipped(), ground.database().port());
        figures.tell("readyAfterMs", cold.awaitReady(Duration.ofMinutes(2)).toMillis());
        Desk desk = new Desk(ground.at(cold, Role.INTEGRATION));
        List<JsonNode> blind = answers(desk, "blind");
        figures.tell("asked", blind.size());
        figures.expect("marketingWithoutDatabase", marketing(blind), 0L);
        figures.expect(
                "notDegraded", count(blind, answer -> answer.path("degraded").isNull()), 0L);
        JsonNode revision = known.get(0).path("revision");
        figures.expect(
                "otherRevision", count(blind, answer -> !answer.path("revision").equals(revision)), 0L);
        figures.expect("liveness", cold.health("liveness"), 200);

        ground.database().start();
        int[] asked = {0};
        Duration recovery = Until.holds("the database is used again", Duration.ofMinutes(2), () -> {
            Answer answer = desk.ask(Telco.call("back-" + asked[0]++, 1));
            return answer.status() == 200 && answer.json().path("degraded").isNull();
        });
        figures.atMost("recoveryMs", recovery.toMillis(), 10_000);
        figures.atLeast("marketingAgain", marketing(answers(desk, "again")), 1);
    }

    private static List<JsonNode> answers(Desk desk, String prefix) {
        return Crowd.times(4, SUBJECTS, n -> desk.decided(Telco.call(prefix + "-" + n, n)));
    }

    private static long count(List<JsonNode> answers, java.util.function.Predicate<JsonNode> what) {
        return answers.stream().filter(what).count();
    }

    /** Results that are not service. */
    private static long marketing(List<JsonNode> answers) {
        Set<String> service = serviceActions();
        return answers.stream()
                .flatMap(answer -> Desk.actions(answer).stream())
                .filter(action -> !service.contains(action))
                .count();
    }

    private static Set<String> serviceActions() {
        Playbook telco = PlaybookReader.read(Path.of("..", "rules", "telco"), LocalDate.EPOCH)
                .orThrow();
        return telco.catalogue().actions().stream()
                .filter(action -> "service".equals(action.purpose()))
                .map(action -> action.name())
                .collect(Collectors.toSet());
    }
}
