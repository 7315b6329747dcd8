package org.filorosso.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.simulator.report.PlantedTruth.Told;
import org.filorosso.simulator.simulation.Workers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hazard: the report's verdict finds what is not there, or does not find what is. A few seeds in every build; a hundred with
 * {@code mvn -pl simulator -am test -Dtest=PlantedTruthsTest -Dplanted.seeds=100 -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PlantedTruthsTest {
    private static final int SEEDS = Integer.getInteger("planted.seeds", 2);
    private static final int CUSTOMERS = Integer.getInteger("planted.customers", 1_000);
    private static final double RIGHT = 0.95;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(PlantedTruth.class)
    void theVerdictIsRight(PlantedTruth truth) {
        PlantedTruth.Trial trial = truth.new Trial(temp);
        List<Told> told;
        try (Workers workers = new Workers(2)) {
            told = IntStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed -> trial.told(seed, CUSTOMERS, workers))
                    .toList();
        }
        long right = told.stream()
                .filter(one -> one.headline().startsWith(truth.right()))
                .count();
        System.out.println(summary(truth, told, right));

        assertThat(right)
                .as(told.stream().map(Told::headline).collect(Collectors.joining("\n")))
                .isGreaterThanOrEqualTo((long) Math.ceil(RIGHT * SEEDS));
    }

    private static String summary(PlantedTruth truth, List<Told> told, long right) {
        Map<String, Integer> broken = new TreeMap<>();
        told.forEach(one -> one.verdict().broken().forEach(metric -> broken.merge(metric, 1, Integer::sum)));
        double lift = told.stream().mapToDouble(Told::lift).average().orElse(0);
        return "%s: right in %d of %d, mean lift %.2f%%, guardrails broken %s"
                .formatted(truth, right, told.size(), 100 * lift, broken);
    }
}
