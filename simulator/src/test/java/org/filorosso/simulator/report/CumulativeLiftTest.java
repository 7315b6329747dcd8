package org.filorosso.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.filorosso.simulator.report.PlantedTruth.Told;
import org.filorosso.simulator.simulation.Difference;
import org.filorosso.simulator.simulation.Market;
import org.filorosso.simulator.simulation.PairedDay;
import org.filorosso.simulator.simulation.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The band of the margin gained so far. */
class CumulativeLiftTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 28;
    private static final int FEW = 400;
    private static final int MANY = 3_000;

    @TempDir
    private Path temp;

    /** Hazard: the band leaves the truth out on one of many days, since days do not bring the same amount of chance. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3})
    void theTruthStaysInTheBandOnAllDays(double growing) {
        SplittableRandom random = new SplittableRandom(11);
        int worlds = 1_000;
        int customers = 60;
        long left = 0;
        for (int world = 0; world < worlds; world++) {
            double[] soFar = new double[customers];
            List<PairedDay> days = new ArrayList<>();
            for (int day = 1; day <= DAYS; day++) {
                for (int i = 0; i < customers; i++) {
                    soFar[i] += Math.pow(day, growing) * (random.nextDouble() - 0.5);
                }
                days.add(of(soFar));
            }
            left += CumulativeLift.of(days, START).stream().anyMatch(day -> day.low() > 0 || day.high() < 0) ? 1 : 0;
        }
        // 5% at most, and by chance two standard errors of 1,000 worlds more; never is a band that says nothing
        assertThat(left).isLessThanOrEqualTo(64).isPositive();
    }

    private static PairedDay of(double... differences) {
        double mean = Arrays.stream(differences).average().orElseThrow();
        double squares = Arrays.stream(differences)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return new PairedDay(mean, Math.sqrt(squares / (differences.length - 1) / differences.length));
    }

    /** Hazard: the band takes the arms for independent and does not see what the verdict sees, or it sees too much. */
    @Test
    void whereADifferenceIsPlantedTheBandIsNarrowAndHoldsIt() throws IOException {
        PlantedTruth.Trial trial = PlantedTruth.FIVE_PERCENT_BETTER.new Trial(temp);
        Told few;
        List<CumulativeLift> band;
        List<CumulativeLift> truth;
        try (Workers workers = new Workers(2)) {
            few = trial.told(1, FEW, workers);
            band = band(few, FEW);
            truth = band(trial.told(2, MANY, workers), MANY);
        }
        CumulativeLift last = band.get(DAYS - 1);
        Difference verdict = few.verdict().differences().get(0);
        assertThat(last.margin()).isCloseTo(verdict.mean().doubleValue(), within(1e-5));
        assertThat(last.se()).isCloseTo(verdict.se().doubleValue(), within(1e-5));
        assertThat(last.high() - last.low()).isLessThan(0.7 * independent(few, last.margin()));
        for (CumulativeLift day : truth) {
            CumulativeLift seen = band.get(day.day() - 1);
            assertThat(day.margin()).as(day.date()).isBetween(seen.low(), seen.high());
        }
    }

    private static List<CumulativeLift> band(Told told, int customers) throws IOException {
        return CumulativeLift.of(PairedDay.of(told.folder(), "b", "a", customers, DAYS), START);
    }

    /** How wide the band would be on the last day if the customers of the arms had nothing to do with each other. */
    private static double independent(Told told, double margin) {
        double squares = 0;
        for (String arm : new String[] {"a", "b"}) {
            double[] margins = Market.customers(told.folder(), arm).stream()
                    .mapToDouble(row -> Double.parseDouble(row.get("margin")))
                    .toArray();
            squares += Math.pow(of(margins).se(), 2);
        }
        CumulativeLift alone = CumulativeLift.of(List.of(new PairedDay(margin, Math.sqrt(squares))), START)
                .get(0);
        return alone.high() - alone.low();
    }

    /** Hazard: a playbook differs from itself. */
    @Test
    void aPlaybookAgainstItselfGainsNothingOnAnyDay() {
        Path twin = Market.copy(temp.resolve("twin"));
        Market.simulate(temp.resolve("out"), "--population 60 --days 8 --baselines none --no-log", Market.FOLDER, twin);
        List<Map<String, String>> days = Market.rows(temp.resolve("out/lift.csv"));

        assertThat(days).hasSize(8).allSatisfy(day -> {
            for (String column : new String[] {"lift", "se", "low", "high"}) {
                assertThat(Double.parseDouble(day.get(column))).isZero();
            }
        });
    }
}
