package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.simulation.Totals.Figure;

/**
 * Runs policies on the same customers in one world and writes what became of them into a folder. One arm after the other, so
 * that memory holds the customers of one arm; an arm that is finished is marked and not run again, and one that was interrupted
 * is gone on with where its journal ends.
 */
public final class Simulation {
    /** Folder of what each arm has written, inside the simulation's. */
    static final String ARMS = "arms";

    static final String LOG = "log";
    static final String CUSTOMERS = "customers.csv";
    static final String DAYS = "days.csv";
    static final String FUNNEL = "funnel.csv";
    static final String ACTIONS = "actions.csv";
    static final String SENSITIVITY = "sensitivity.csv";
    static final String BIAS = "bias.csv";
    static final String OFFERS = "offers.csv";
    static final String MARGINS = "margins.csv";
    private static final String DONE = "done";

    private final Scene scene;
    private final List<Person> people;
    private final Path folder;
    private final boolean logged;
    private List<String> marked = List.of();

    /**
     * @param folder made when it is not there
     * @param logged whether each arm's decision log is written
     */
    public Simulation(Scene scene, List<Person> people, Path folder, boolean logged) {
        this.scene = scene;
        this.people = people;
        this.folder = folder;
        this.logged = logged;
    }

    /** Counts how often customers of different values of these attributes are offered each action. */
    public Simulation marking(List<String> attributes) {
        marked = List.copyOf(attributes);
        return this;
    }

    /** Told how far a simulation is. */
    @FunctionalInterface
    public interface Progress {
        /** @param done share of all days of all arms, 0..1 */
        void tell(String arm, double done);

        /** Told that what an interrupted arm has left does not fit, and why: it begins anew. */
        default void anew(String arm, String why) {}
    }

    /**
     * Runs every policy that has not been run yet.
     *
     * @throws IOException if a file cannot be written
     */
    public void run(List<Policy> policies, Workers workers, Progress progress) throws IOException {
        for (int i = 0; i < policies.size(); i++) {
            Policy policy = policies.get(i);
            int done = i;
            Path own = folder.resolve(ARMS).resolve(policy.name());
            if (!done(folder, policy.name())) {
                Share share = days -> progress.tell(policy.name(), (done + days) / policies.size());
                try {
                    arm(policy, own, workers, share);
                } catch (Journal.OtherStory e) {
                    progress.anew(policy.name(), String.valueOf(e.getMessage()));
                    Files.delete(own.resolve(Journal.FILE));
                    arm(policy, own, workers, share);
                }
            }
            Files.deleteIfExists(own.resolve(Journal.FILE));
        }
    }

    /** Whether an arm has come to its end. */
    static boolean done(Path folder, String arm) {
        return Files.exists(folder.resolve(ARMS).resolve(arm).resolve(DONE));
    }

    private interface Share {
        void of(double share);
    }

    private void arm(Policy policy, Path own, Workers workers, Share share) throws IOException {
        List<Member> members = new ArrayList<>(people.size());
        for (Person person : people) {
            members.add(new Member(person, members.size()));
        }
        Path log = logged ? folder.resolve(LOG).resolve(policy.name()) : own;
        try (ArmFiles files = new ArmFiles(own, log, logged)) {
            ArmRun run = new ArmRun(scene, policy, members, workers, files);
            run.run(days -> share.of((double) days / scene.days()));
            Files.writeString(own.resolve(FUNNEL), run.tally().funnel(policy.name()), UTF_8);
            Files.writeString(own.resolve(ACTIONS), run.tally().actions(policy.name()), UTF_8);
            Files.writeString(
                    own.resolve(SENSITIVITY), run.tally().sensitivity().rows(policy.name()), UTF_8);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        customers(policy.name(), members, own);
        String rates = new OfferRates(policy.name(), members)
                .rows(marked, scene.midnight(0).toInstant());
        Files.writeString(own.resolve(BIAS), rates, UTF_8);
        Files.writeString(own.resolve(DONE), "", UTF_8);
    }

    private void customers(String arm, List<Member> members, Path own) throws IOException {
        Instant start = scene.midnight(0).toInstant();
        try (BufferedWriter writer = Files.newBufferedWriter(own.resolve(CUSTOMERS), UTF_8);
                BufferedWriter offers = Files.newBufferedWriter(own.resolve(OFFERS), UTF_8)) {
            for (Member member : members) {
                offers.write(OfferRows.of(member, start));
                CsvText csv = new CsvText();
                CustomerRow.write(csv, arm, member, member.firstStage);
                writer.write(csv.toString());
            }
        }
    }

    /** The header of a file that all arms write rows of. */
    static String header(String file) {
        List<String> columns = new ArrayList<>();
        switch (file) {
            case CUSTOMERS -> columns.addAll(CustomerRow.columns());
            case FUNNEL -> columns.addAll(List.of("arm", "stage", "in", "out", "emptied"));
            case SENSITIVITY -> columns.addAll(List.of("arm", "factor", "decisions", "changed"));
            case BIAS -> columns.addAll(List.of("arm", "attribute", "group", "action", "customers", "offered"));
            case ACTIONS ->
                columns.addAll(List.of("arm", "action", "channel", "stage", "presented", "accepted", "value"));
            default -> {
                columns.addAll(List.of("arm", "day", "date", "customers", "satisfaction"));
                for (Figure figure : Figure.values()) {
                    columns.add(figure.words());
                }
            }
        }
        return new CsvText().row(columns.toArray(String[]::new)).toString();
    }
}
