package org.filorosso.simulator.run.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Offer;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.run.Question;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Hazard: a run offers something else than the decision that the service would make. */
class ShortlistAgreesTest {
    private static final ZonedDateTime AT = ZonedDateTime.parse("2026-03-03T10:00:00+01:00[Europe/Rome]");

    @TestFactory
    Stream<DynamicTest> theFirstOfTheShortlistIsTheFirstOfTheDecision() {
        return Stream.of("telco", "bank").flatMap(name -> {
            Engine engine = engine(name);
            return engine.playbook().tables().channels().stream()
                    .flatMap(channel -> channel.directions().stream()
                            .sorted()
                            .map(way -> DynamicTest.dynamicTest(
                                    name + " " + channel.name() + " " + way.code(),
                                    () -> agrees(engine, channel, way, name))));
        });
    }

    private static void agrees(Engine engine, Channel channel, Direction way, String name) throws FlawException {
        int customers = 0;
        for (Subject subject : customers(engine.playbook(), name)) {
            Request request = question(channel, way).to(subject, engine.playbook());
            List<Offer> offers = engine.shortlist(subject, request, State.FRESH);
            Decision decision = engine.decide(subject, request, State.FRESH);
            assertThat(offers.isEmpty()).isEqualTo(decision.results().isEmpty());
            if (!offers.isEmpty()) {
                agrees(engine.playbook(), offers.get(0), decision);
            }
            customers++;
        }
        assertThat(customers).isPositive();
    }

    @TestFactory
    Stream<DynamicTest> askingOnAllChannelsAtOnceIsAskingOneByOne() {
        return Stream.of("telco", "bank")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Engine engine = engine(name);
                    List<Question> questions = engine.playbook().tables().channels().stream()
                            .flatMap(channel ->
                                    channel.directions().stream().sorted().map(way -> question(channel, way)))
                            .toList();
                    for (Subject subject : customers(engine.playbook(), name)) {
                        List<Request> requests = questions.stream()
                                .map(question -> question.to(subject, engine.playbook()))
                                .toList();
                        assertThat(engine.shortlists(subject, requests, State.FRESH))
                                .isEqualTo(requests.stream()
                                        .map(request -> engine.shortlist(subject, request, State.FRESH))
                                        .toList());
                    }
                }));
    }

    private static Question question(Channel channel, Direction way) {
        return new Question(AT, channel, way, Map.of(), null, null, Explain.NONE);
    }

    private static Engine engine(String name) {
        Playbook playbook = PlaybookReader.read(Path.of("../rules", name), LocalDate.of(2026, 3, 2))
                .orThrow();
        return new Engine(playbook, DroolsMatcher.of(playbook));
    }

    private static List<Subject> customers(Playbook playbook, String name) throws FlawException {
        DataFile file = DataFile.of(Path.of("../rules/samples", name + "-customers.csv"));
        List<Subject> subjects = new ArrayList<>();
        try (CustomerFile rows = CustomerFile.open(playbook, new CustomerFile.Options(null, true), file)) {
            for (CustomerFile.Row row : rows.next(1_000)) {
                subjects.add(row.subject());
            }
        }
        return subjects;
    }

    private static void agrees(Playbook playbook, Offer offer, Decision decision) {
        Decision.Result first = decision.placements().stream()
                .filter(filled -> filled.name().equals(offer.placement()))
                .findFirst()
                .orElseThrow()
                .results()
                .get(0);
        assertThat(first.action())
                .isEqualTo(playbook.catalogue().get(offer.action()).name());
        assertThat(first.treatment()).isEqualTo(offer.treatment());
        assertThat(first.price()).isEqualTo(offer.price());
        assertThat(first.cost()).isEqualTo(offer.cost());
        assertThat(first.priority()).isEqualTo(offer.priority());
    }
}
