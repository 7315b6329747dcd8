package org.filorosso.simulator.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.JourneySteps;
import org.filorosso.engine.score.JourneySteps.Step;
import org.filorosso.engine.score.Known;
import org.filorosso.engine.score.Scope;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scoring;
import org.filorosso.engine.score.SubjectLog;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.SubjectLogs;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.review.change.Flow;
import org.filorosso.simulator.review.change.Flows;

/**
 * What only the decision logs of two arms tell. Empty where they were not written; without scores where a log is so large
 * that scoring it would outlast the simulation.
 *
 * @param found by arm
 * @param cards scorecards by arm
 * @param journeys steps by arm
 * @param flows from the first action that a customer is offered before to the one after
 */
record LogFigures(
        Map<String, Found> found, Map<String, Scorecard> cards, Map<String, List<Step>> journeys, List<Flow> flows) {
    static final LogFigures NONE = new LogFigures(Map.of(), Map.of(), Map.of(), List.of());

    private static final long MOST_BYTES = 512L << 20;

    /**
     * Reads both logs.
     *
     * @throws FlawException if a log cannot be read
     * @throws IOException if its folder cannot be listed
     */
    static LogFigures read(Study study, Study.Pair pair) throws FlawException, IOException {
        Map<String, Found> found = new LinkedHashMap<>();
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        Map<String, List<Step>> journeys = new LinkedHashMap<>();
        for (String arm : new LinkedHashSet<>(List.of(pair.before(), pair.after()))) {
            Path log = study.folder().resolve("log").resolve(arm);
            Policy policy = study.policy(arm);
            if (policy == null || !Found.in(log)) {
                return NONE;
            }
            found.put(arm, Found.read(log));
            if (bytes(log) <= MOST_BYTES) {
                JourneySteps steps = new JourneySteps(policy.playbook(), scope(study));
                cards.put(arm, card(policy, log, steps));
                journeys.put(arm, steps.steps());
            }
        }
        return new LogFigures(found, cards, journeys, flows(of(found, pair.before()), of(found, pair.after())));
    }

    private static Map<String, String> of(Map<String, Found> found, String arm) {
        Found one = found.get(arm);
        return one == null ? Map.of() : one.first();
    }

    private static long bytes(Path log) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** The days of the simulation. */
    private static Scope scope(Study study) {
        LocalDate from = LocalDate.parse(study.manifest().from());
        ZoneId zone = study.playbook().settings().zone();
        return new Scope(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(study.manifest().days()).atStartOfDay(zone).toInstant(),
                null);
    }

    private static Scorecard card(Policy policy, Path log, JourneySteps steps) throws FlawException {
        Scoring scoring = new Scoring(policy.playbook(), new Scope(Instant.MIN, Instant.MAX, null), null);
        new SubjectLogs(log, null).each(id -> Known.NOTHING, subject -> {
            scoring.add(subject);
            steps.add(subject, taken(subject));
        });
        return scoring.scorecard();
    }

    private static List<Interaction> taken(SubjectLog subject) {
        return IntStream.range(0, subject.responses().size())
                .filter(i -> subject.responses().get(i).outcome() == Outcome.ACCEPTED && !subject.reversed(i))
                .mapToObj(subject.responses()::get)
                .toList();
    }

    private static List<Flow> flows(Map<String, String> before, Map<String, String> after) {
        Flows flows = new Flows();
        before.forEach((subject, from) -> flows.add(from, after.getOrDefault(subject, Flow.NONE)));
        after.forEach((subject, to) -> {
            if (!before.containsKey(subject)) {
                flows.add(Flow.NONE, to);
            }
        });
        return flows.all();
    }
}
