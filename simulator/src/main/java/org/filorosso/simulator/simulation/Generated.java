package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.CustomerCsv;
import org.filorosso.simulator.population.Person;

/**
 * Customers and the past that they have with us, as files: the past is simulated, so that it is one that a policy in this
 * world would have made.
 */
public final class Generated {
    public static final String CUSTOMERS = "customers.csv";
    public static final String HISTORY = "history.csv";
    public static final String EVENTS = "events.csv";

    private final CustomerCsv csv;
    private final Path folder;

    /** @param folder made when it is not there */
    public Generated(CustomerCsv csv, Path folder) {
        this.csv = csv;
        this.folder = folder;
    }

    /**
     * Writes customers as they are, without a past.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(List<Person> people) throws IOException {
        List<Member> members = new ArrayList<>(people.size());
        people.forEach(person -> members.add(new Member(person, members.size())));
        write(members, false);
    }

    /**
     * Lets a policy treat the customers for the days of a scene, and writes them as they have become, with their past.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Scene scene, Policy policy, List<Person> people, Workers workers, IntConsumer progress)
            throws IOException {
        List<Member> members = new ArrayList<>(people.size());
        people.forEach(person -> members.add(new Member(person, members.size())));
        try (ArmFiles nowhere = ArmFiles.none()) {
            new ArmRun(scene, policy, members, workers, nowhere).run(progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        write(members, true);
    }

    private void write(List<Member> members, boolean past) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter customers = Files.newBufferedWriter(folder.resolve(CUSTOMERS), UTF_8)) {
            customers.write(csv.header());
            for (Member member : members) {
                Subject now = member.visible(History.NONE);
                customers.write(csv.row(now));
            }
        }
        if (!past) {
            return;
        }
        try (BufferedWriter history = Files.newBufferedWriter(folder.resolve(HISTORY), UTF_8);
                BufferedWriter events = Files.newBufferedWriter(folder.resolve(EVENTS), UTF_8)) {
            history.write(csv.historyHeader());
            events.write(csv.eventsHeader());
            for (Member member : members) {
                history.write(csv.history(member.id(), member.interactions));
                events.write(csv.events(member.id(), member.events));
            }
        }
    }
}
