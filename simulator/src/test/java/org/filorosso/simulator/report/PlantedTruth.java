package org.filorosso.simulator.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Table;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.population.PopulationReader;
import org.filorosso.simulator.simulation.Difference;
import org.filorosso.simulator.simulation.Manifest;
import org.filorosso.simulator.simulation.Market;
import org.filorosso.simulator.simulation.Results;
import org.filorosso.simulator.simulation.Rule;
import org.filorosso.simulator.simulation.Scene;
import org.filorosso.simulator.simulation.Simulation;
import org.filorosso.simulator.simulation.Verdict;
import org.filorosso.simulator.simulation.Workers;
import org.filorosso.simulator.world.ContactTrait;
import org.filorosso.simulator.world.World;

/**
 * Two playbooks in a world whose truth is planted. The market has one place and no caps; a offers alpha to everybody, b beta to
 * the 30% of customers with a large plan, and by their own dice customers like beta as the truth has it. Everybody may leave and
 * opt out, the more the more often he is written to.
 */
enum PlantedTruth {
    /** Those with a large plan accept beta in 54% of contacts instead of 47%: 5% more margin over all customers. */
    FIVE_PERCENT_BETTER("Prefer b: ", 0.272),
    /** They like beta as much as alpha: who accepts changes, how many does not. */
    THE_SAME("No winner: ", 0),
    /** They like beta as much, and b writes without a limit: it sells more, and more customers opt out and leave. */
    WINS_BY_EXHAUSTING("Do not roll out b: ", 0);

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 28;

    private final String right;
    private final double liking;

    PlantedTruth(String right, double liking) {
        this.right = right;
        this.liking = liking;
    }

    /** How the headline begins that tells the truth. */
    String right() {
        return right;
    }

    /**
     * What the report of one seed says.
     *
     * @param lift margin of b above a, as a share of a's
     * @param folder of the simulation
     */
    record Told(String headline, double lift, Verdict verdict, Path folder) {}

    /** The two playbooks and their world, compiled once. */
    final class Trial {
        private final Playbook control;
        private final List<Policy> policies = new ArrayList<>();
        private final Population population;
        private final World world;
        private final Path temp;

        Trial(Path temp) {
            this.temp = temp;
            Path a = folder("a");
            Path b = folder("b");
            Loaded loaded = PlaybookReader.read(a, DAY);
            this.control = playbook(loaded);
            this.population = Objects.requireNonNull(PopulationReader.read(
                    Objects.requireNonNull(loaded.sheets().population()), control, new Problems()));
            List<WorldReader.Trait> traits = new ArrayList<>(population.hidden());
            traits.addAll(ContactTrait.traits());
            this.world = World.of(
                    Objects.requireNonNull(WorldReader.read(
                            loaded.sheets(),
                            List.of(),
                            loaded.sheets().table(Table.WORLD).orElseThrow(),
                            traits,
                            new Problems())),
                    true);
            policies.add(Policy.of("a", control, false));
            policies.add(Policy.of("b", playbook(PlaybookReader.read(b, DAY)), false));
        }

        private Path folder(String name) {
            Path folder = Market.copy(temp.resolve(name));
            plant(folder, name.equals("b"));
            return folder;
        }

        private static Playbook playbook(Loaded loaded) {
            return Objects.requireNonNull(
                    loaded.playbook(), () -> loaded.problems().errors().toString());
        }

        Told told(int seed, int customers, Workers workers) {
            Draws draws = new Draws(seed);
            Crowd crowd = new Crowd(population, control, draws);
            List<Person> people =
                    IntStream.range(0, customers).mapToObj(crowd::generated).toList();
            Path out = temp.resolve("seed-" + seed);
            try {
                Files.createDirectories(out);
                Scene scene = new Scene(control, population.behaviour(), world, draws, DAY, DAYS);
                new Simulation(scene, people, out, false).run(policies, workers, (arm, done) -> {});
                Results results = Results.of(
                        out, new Results.Question(List.of("a", "b"), "a", DAYS, List.of(), Rule.standing(), Map.of()));
                Study study = new Study("", out, manifest(seed, customers), policies, results, null);
                return told(Headline.of(study).get(0), results, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Told told(String headline, Results results, Path out) {
            Verdict verdict = results.verdicts().get(0);
            Difference margin = verdict.differences().get(0);
            double before =
                    results.arms().get(0).metrics().get("marginPerCustomer").doubleValue();
            return new Told(headline, margin.mean().doubleValue() / before, verdict, out);
        }

        private static Manifest manifest(int seed, int customers) {
            List<Manifest.Tried> tried =
                    List.of(new Manifest.Tried("a", "market", ""), new Manifest.Tried("b", "market", ""));
            return new Manifest(
                    List.of(),
                    seed,
                    DAY.toString(),
                    DAYS,
                    tried,
                    List.of("a", "b"),
                    false,
                    true,
                    false,
                    customers,
                    "",
                    "",
                    "");
        }
    }

    private void plant(Path folder, boolean tried) {
        Market.onePlace(folder, """
            id,target,outcome,effect,plan,direction
            W-1,Offer/Plain/alpha,accepted,-0.5,,
            W-2,Offer/Plain/beta,accepted,%s,,
            W-3,Offer/Rare,accepted,-9,,
            W-6,Offer,accepted,0.4,large,
            W-7,*,opt-out,-5.5,,outbound
            W-8,*,churn,-5,,
            B-2,*,opt-out,1.0 * recent contacts,,outbound
            B-3,*,churn,1.2 * recent contacts,,
            """.formatted(liking - 0.5));
        Market.change(
                folder,
                "arbitration.csv",
                text -> "id,target,factor,weight,plan\nA-1,Offer/Plain/alpha,context,500%,"
                        + (tried ? "small\nA-2,Offer/Plain/beta,context,500%,large\n" : "\n"));
        if (tried && this == WINS_BY_EXHAUSTING) {
            Market.change(folder, "contact-policy.csv", text -> "id,target,per,outcome,limit,within,reason\n");
        }
    }
}
