package org.filorosso.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Trace;
import org.filorosso.engine.golden.Coverage;
import org.filorosso.engine.golden.GoldenResult;
import org.filorosso.engine.golden.GoldenRunner;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.match.PlainMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hazard: a playbook that we ship is wrong, untested, or means something else on Drools than on paper. */
class PlaybooksTest {
    private static final Path HERE = Path.of("");
    private static final double LEAST_COVERAGE = 90;

    // rows grow old; a build that breaks by itself on some day would teach people to ignore it
    private static final LocalDate REVIEWED = LocalDate.of(2026, 3, 1);

    private static List<Path> playbooks() throws IOException {
        try (Stream<Path> folders = Files.list(HERE.toAbsolutePath())) {
            return folders.filter(folder -> Files.exists(folder.resolve("playbook.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** Hazard: the folder is not found, no test is made, and all is green. */
    @Test
    void thereArePlaybooks() throws IOException {
        assertThat(playbooks())
                .extracting(folder -> folder.getFileName().toString())
                .contains("bank", "telco");
    }

    @TestFactory
    Stream<DynamicNode> playbook() throws IOException {
        return playbooks().stream()
                .map(folder ->
                        DynamicContainer.dynamicContainer(folder.getFileName().toString(), tests(folder)));
    }

    private static Stream<DynamicNode> tests(Path folder) {
        Loaded loaded = PlaybookReader.read(folder, REVIEWED);
        Problems problems = new Problems();
        problems.addAll(loaded.problems().all());
        Playbook playbook = loaded.playbook();
        List<GoldenCustomer> customers =
                playbook == null ? List.of() : GoldenReader.read(loaded.sheets().tests(), playbook, problems);
        DynamicTest loads = DynamicTest.dynamicTest(
                "has neither errors nor warnings",
                () -> assertThat(problems.all()).isEmpty());
        return playbook == null ? Stream.of(loads) : Stream.concat(Stream.of(loads), golden(playbook, customers));
    }

    private static Stream<DynamicNode> golden(Playbook playbook, List<GoldenCustomer> customers) {
        Engine drools = new Engine(playbook, DroolsMatcher.of(playbook));
        Engine plain = new Engine(playbook, PlainMatcher.of(playbook));
        Stream<DynamicTest> stories = customers.stream()
                .map(customer -> DynamicTest.dynamicTest(customer.name(), () -> passes(drools, customer)));
        return Stream.of(
                DynamicContainer.dynamicContainer("golden customers", stories),
                DynamicTest.dynamicTest("golden customers exercise its rows", () -> covers(drools, customers)),
                DynamicTest.dynamicTest(
                        "Drools and the plain matcher agree",
                        () -> customers.forEach(customer -> agree(drools, plain, customer))));
    }

    private static void passes(Engine engine, GoldenCustomer customer) {
        List<GoldenResult> failures =
                new GoldenRunner(engine).run(List.of(customer)).failures();

        assertThat(failures).isEmpty();
    }

    private static void covers(Engine engine, List<GoldenCustomer> customers) {
        Coverage coverage = new GoldenRunner(engine).run(customers).coverage();

        assertThat(coverage.share().percent())
                .as(() -> coverage.share() + ", without " + coverage.unexercised())
                .isGreaterThanOrEqualTo(LEAST_COVERAGE);
    }

    private static void agree(Engine drools, Engine plain, GoldenCustomer customer) {
        Trace one = drools.trace(customer.subject(), customer.request(), customer.state());
        Trace other = plain.trace(customer.subject(), customer.request(), customer.state());

        assertThat(one.matched()).as(customer.name()).isEqualTo(other.matched());
        assertThat(one.decision()).as(customer.name()).isEqualTo(other.decision());
    }
}
