package org.filorosso.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Table;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.policy.Baseline;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.population.PopulationReader;
import org.filorosso.simulator.world.ContactTrait;
import org.filorosso.simulator.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command gives the same bytes, whatever the number of threads, and also after it was interrupted. */
class SameBytesTest {
    private static final String SMALL = "--population 150 --days 12";

    @TempDir
    private Path temp;

    /** Hazard: what is shared by customers (caps, learning) is taken in the order in which threads happen to come. */
    @Test
    void threadsChangeNothing() {
        Market.simulate(temp.resolve("one"), SMALL + " --threads 1", Market.FOLDER);
        Market.simulate(temp.resolve("four"), SMALL + " --threads 4", Market.FOLDER);

        Map<String, String> one = Market.files(temp.resolve("one"));
        assertThat(one).hasSizeGreaterThan(40);
        assertThat(Market.files(temp.resolve("four"))).isEqualTo(one);
    }

    /** Hazard: the seed is not used everywhere, or not at all. */
    @Test
    void anotherSeedIsAnotherStory() {
        Market.simulate(temp.resolve("one"), SMALL + " --baselines none", Market.FOLDER);
        Market.simulate(temp.resolve("two"), SMALL + " --baselines none --seed 2", Market.FOLDER);

        assertThat(Market.customers(temp.resolve("two"), "market"))
                .isNotEqualTo(Market.customers(temp.resolve("one"), "market"));
    }

    /** Hazard: luck depends on the arm, so that a playbook differs from itself. */
    @Test
    void aPlaybookIsNoBetterThanItself() throws IOException {
        Path twin = Market.copy(temp.resolve("twin"));
        Path out = temp.resolve("out");
        Run run = Market.simulate(out, SMALL + " --baselines none", Market.FOLDER, twin);

        assertThat(Market.customers(out, "twin")).isEqualTo(Market.customers(out, "market"));
        assertThat(Files.readString(out.resolve("log/twin/decisions.csv")))
                .isEqualTo(Files.readString(out.resolve("log/market/decisions.csv")));
        assertThat(run.out()).contains("No difference between twin and market can be shown");
    }

    /** Hazard: an interrupted run leaves half an arm that is taken for a whole one, or begins again where it was done. */
    @Test
    void whatWasInterruptedIsFinished() throws IOException {
        Scene scene = scene();
        List<Person> people = people(scene, 120);
        List<Policy> policies =
                List.of(Policy.of("market", scene.playbook(), false), Baseline.RANDOM.of(scene.playbook()));
        try (Workers workers = new Workers(2)) {
            new Simulation(scene, people, temp.resolve("whole"), true).run(policies, workers, (arm, done) -> {});
            Simulation again = new Simulation(scene, people, temp.resolve("killed"), true);
            assertThatThrownBy(() -> again.run(policies, workers, (arm, done) -> {
                        if (done > 0.7) {
                            throw new IllegalStateException("killed");
                        }
                    }))
                    .hasMessage("killed");
            assertThat(temp.resolve("killed/arms/random/done")).doesNotExist();
            again.run(policies, workers, (arm, done) -> {});
        }
        assertThat(Market.files(temp.resolve("killed"))).isEqualTo(Market.files(temp.resolve("whole")));
    }

    /**
     * Hazard: an arm that was killed half-way is begun anew, goes on from another state than the one in which it was, or takes
     * for written what was torn off in the middle.
     */
    @Test
    void anArmThatWasKilledIsGoneOnWithFromTheDayBefore() throws IOException {
        Scene scene = scene(7, 40);
        Path whole = temp.resolve("whole");
        Path killed = temp.resolve("killed");
        long all = matches(scene, whole, 1);
        long before = matches(scene, killed, 0.6);
        append(killed.resolve("log/market/decisions.csv"), "torn off in the mid");
        append(killed.resolve("log/market/responses.csv"), "torn");
        append(killed.resolve("arms/market/journal"), "FJD1....");
        long after = matches(scene, killed, 1);

        assertThat(Market.files(killed)).isEqualTo(Market.files(whole));
        assertThat(before).isBetween(all / 2, all - 1);
        // the rest, and of what was recalled the third that is looked at closely
        assertThat(after).isLessThan(all - before / 2);
    }

    /** Hazard: a journal that does not fit is believed, so that the results are those of no simulation. */
    @Test
    void aJournalThatDoesNotFitIsNotBelieved() throws IOException {
        Scene scene = scene(7, 40);
        Path whole = temp.resolve("whole");
        matches(scene, whole, 1);
        for (String wrong : new String[] {"seed", "log", "torn", "changed"}) {
            Path killed = temp.resolve(wrong);
            matches(wrong.equals("seed") ? scene(8, 40) : scene, killed, 0.6);
            Path journal = killed.resolve("arms/market/journal");
            byte[] bytes = Files.readAllBytes(journal);
            switch (wrong) {
                case "log" -> Files.writeString(killed.resolve("log/market/decisions.csv"), "shorter");
                case "torn" -> Files.write(journal, Arrays.copyOf(bytes, bytes.length - 9));
                case "changed" -> {
                    bytes[bytes.length / 2]++;
                    Files.write(journal, bytes);
                }
                default -> assertThat(bytes).isNotEmpty();
            }
            matches(scene, killed, 1);
            assertThat(Market.files(killed)).as(wrong).isEqualTo(Market.files(whole));
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /** Runs one arm as far as a share of its days, and counts how often a customer is matched. */
    private static long matches(Scene scene, Path folder, double until) throws IOException {
        AtomicLong matches = new AtomicLong();
        Matcher matcher = DroolsMatcher.of(scene.playbook());
        Engine counting = new Engine(scene.playbook(), (layer, fact, rows) -> {
            matches.incrementAndGet();
            matcher.match(layer, fact, rows);
        });
        Policy policy = new Policy("market", Policy.Kind.PLAYBOOK, scene.playbook(), counting);
        try (Workers workers = new Workers(2)) {
            new Simulation(scene, people(scene, 300), folder, true).run(List.of(policy), workers, (arm, done) -> {
                if (done >= until && until < 1) {
                    throw new IllegalStateException("killed");
                }
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        return matches.get();
    }

    /** Hazard: the results of one simulation are passed off as those of another in the same folder. */
    @Test
    void anotherSimulationDoesNotGoIntoTheSameFolder() {
        Path out = temp.resolve("out");
        Market.simulate(out, SMALL + " --baselines none", Market.FOLDER);
        Run other = Run.of("simulate --population 151 --days 12 --baselines none --out", out, Market.FOLDER);

        assertThat(other.code()).isEqualTo(4);
        assertThat(other.err())
                .contains("holds the results of another simulation")
                .contains("Maybe another folder");
    }

    static Scene scene() {
        return scene(7, 10);
    }

    private static Scene scene(long seed, int days) {
        Loaded loaded = PlaybookReader.read(Market.FOLDER, java.time.LocalDate.of(2026, 3, 2));
        Playbook playbook = loaded.orThrow();
        Population population = population(loaded, playbook);
        List<WorldReader.Trait> traits = new java.util.ArrayList<>(population.hidden());
        traits.addAll(ContactTrait.traits());
        Problems problems = new Problems();
        WorldReader.Understood world = WorldReader.read(
                loaded.sheets(), List.of(), loaded.sheets().table(Table.WORLD).orElseThrow(), traits, problems);
        assertThat(problems.all()).isEmpty();
        return new Scene(
                playbook,
                population.behaviour(),
                World.of(java.util.Objects.requireNonNull(world), true),
                new Draws(seed),
                java.time.LocalDate.of(2026, 3, 2),
                days);
    }

    private static Population population(Loaded loaded, Playbook playbook) {
        Problems problems = new Problems();
        Population population = PopulationReader.read(
                java.util.Objects.requireNonNull(loaded.sheets().population()), playbook, problems);
        assertThat(problems.all()).isEmpty();
        return java.util.Objects.requireNonNull(population);
    }

    private static List<Person> people(Scene scene, int count) {
        Loaded loaded = PlaybookReader.read(Market.FOLDER, java.time.LocalDate.of(2026, 3, 2));
        Crowd crowd = new Crowd(population(loaded, scene.playbook()), scene.playbook(), scene.draws());
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(crowd::generated)
                .toList();
    }
}
