package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.filorosso.simulator.attribution.AttributionVectorsTest;
import org.filorosso.simulator.cli.ArbitrationVectorsTest;
import org.filorosso.simulator.clv.ClvVectorsTest;
import org.filorosso.simulator.ope.OffPolicyVectorsTest;
import org.filorosso.simulator.stats.regression.LogisticRegressionTest;
import org.filorosso.simulator.stats.sequential.GroupSequentialVectorsTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: a reference is added, or is there, and no test reads it. */
class EveryVectorTest {
    private static final Path FOLDER = Vectors.data("vectors");
    private static final Path PAGE = Path.of("..", "docs", "statistics.md");

    private static final List<Vectors> READ = List.of(
            AttributionVectorsTest.vectorsOfOthers(),
            ArbitrationVectorsTest.vectorsOfDecisions(),
            BanditVectorsTest.vectorsOfOthers(),
            ClassicalVectorsTest.vectorsOfR(),
            ClvVectorsTest.vectorsOfCdnow(),
            GroupSequentialVectorsTest.vectorsOfRpact(),
            GroupSequentialVectorsTest.vectorsOfSpotify(),
            GrowthBookVectorsTest.vectorsOfGrowthBook(),
            HillstromVectorsTest.vectorsFromTheCommandLine(),
            ImpactVectorsTest.vectorsOfAProduct(),
            LogisticRegressionTest.vectorsOfStatsmodels(),
            OffPolicyVectorsTest.vectorsOfOpenBanditPipeline(),
            PowerVectorsTest.vectorsOfRAndOthers(),
            PowerVectorsTest.vectorsOfSpotify());

    /** File and beginning of the id; why no test runs it. The page on statistics says the same. */
    private static final Map<String, String> NOT_APPLICABLE = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "bandits.json linucb/", "the engine learns counts per action, channel and stage, no linear bandit"),
            Map.entry("bandits.json ridge/", "the regression that is offered is logistic"),
            Map.entry("classical_tests.json fisher/", "no command offers an exact test of a 2 x 2 table"),
            Map.entry("classical_tests.json prop.test/smokers4", "arms are compared in pairs, never all at once"),
            Map.entry("classical_tests.json wilcox/", "no command offers rank tests"),
            Map.entry(
                    "growthbook.json gb/midexperiment_power", "projects a running test to more users; no command does"),
            Map.entry("hillstrom_uplift.json hillstrom/Mens E-Mail/uplift/", "no command measures uplift models"),
            Map.entry("hillstrom_uplift.json hillstrom/Womens E-Mail/uplift/", "no command measures uplift models"),
            Map.entry("hillstrom_uplift.json uplift/", "no command measures uplift models"),
            Map.entry(
                    "off_policy_evaluation.json ope/published_relative_ee_all",
                    "bootstrap runs over a file that is not public in full")));

    @TestFactory
    Stream<DynamicTest> everyCaseIsRunOrListed() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.empty();
        }
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String name = String.valueOf(file.getFileName());
                for (String id : ids(file)) {
                    tests.add(DynamicTest.dynamicTest(name + " " + id, () -> known(name, id)));
                }
            }
        }
        return tests.stream();
    }

    private static List<String> ids(Path file) throws IOException {
        JsonNode read = JsonMapper.builder().build().readTree(Files.readString(file));
        return read.get("vectors")
                .valueStream()
                .map(vector -> vector.get("id").asString())
                .toList();
    }

    private static void known(String name, String id) {
        boolean run = READ.stream().anyMatch(one -> one.name().equals(name) && one.runs(id));
        boolean listed = NOT_APPLICABLE.keySet().stream().anyMatch((name + " " + id)::startsWith);

        assertThat(run || listed)
                .as("%s of %s is read by no test, and not listed with a reason", id, name)
                .isTrue();
        assertThat(run && listed)
                .as("%s of %s is run, and listed as not applicable", id, name)
                .isFalse();
    }

    /** A case that nobody thought of is noticed. */
    @Test
    void anUnknownCaseOrFileWouldFail() {
        for (String name : List.of("bandits.json", "new_file.json")) {
            assertThat(catchFailure(name, "exp3/new")).contains("is read by no test");
        }
    }

    private static String catchFailure(String name, String id) {
        try {
            known(name, id);
            return "";
        } catch (AssertionError failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    @Test
    void thePageOnStatisticsListsWhatIsNotApplicable() throws IOException {
        String page = Files.readString(PAGE);

        NOT_APPLICABLE.forEach((vector, reason) -> {
            String[] name = vector.split(" ", 2);
            assertThat(page).contains("| `" + name[0] + "` | `" + name[1] + "` | " + reason + " |");
        });
    }
}
