package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Person;

/**
 * Arms of one simulation that other processes run, each attempt in a folder of its own inside the simulation's. One process
 * adopts what has come to its end: an arm that is run twice, or killed half-way, leaves nothing in the results.
 */
public final class ArmsApart {
    private static final String UNFINISHED = "unfinished";

    private final Path folder;

    /** @param folder of the simulation, which all processes see */
    public ArmsApart(Path folder) {
        this.folder = folder;
    }

    /**
     * What an arm needs beside itself.
     *
     * @param marked attributes by which offers are counted
     * @param logged whether its decision log is written
     * @param threads at least 1; changes no result
     */
    public record Ground(Scene scene, List<Person> people, List<String> marked, boolean logged, int threads) {}

    /** Names what stands in the folder, so that another process can tell that it sees the same. */
    public String token() throws IOException {
        return Manifest.hash(Files.readString(folder.resolve(Manifest.FILE), UTF_8));
    }

    /** Whether this process sees the folder of which another tells the token. */
    public boolean sees(String token) throws IOException {
        return Files.exists(folder.resolve(Manifest.FILE)) && token().equals(token);
    }

    /** The arms that are still to be run, in order. */
    public List<Policy> open(List<Policy> policies) {
        return policies.stream()
                .filter(policy -> !Simulation.done(folder, policy.name()))
                .toList();
    }

    /**
     * Runs one arm.
     *
     * @return the name of the folder of this attempt, to be adopted
     * @throws IOException if a file cannot be written
     */
    public String run(Policy policy, Ground ground) throws IOException {
        Path all = Files.createDirectories(folder.resolve(UNFINISHED));
        Path own = Files.createTempDirectory(all, "arm-");
        try (Workers workers = new Workers(ground.threads())) {
            new Simulation(ground.scene(), ground.people(), own, ground.logged())
                    .marking(ground.marked())
                    .run(List.of(policy), workers, (arm, done) -> {});
        }
        return String.valueOf(own.getFileName());
    }

    /**
     * Takes what an attempt has written into the results. Its end mark comes last.
     *
     * @throws IOException if the files cannot be moved
     */
    public void adopt(String attempt, Policy policy) throws IOException {
        Path from = folder.resolve(UNFINISHED).resolve(attempt);
        for (String part : List.of(Simulation.LOG, Simulation.ARMS)) {
            Path made = from.resolve(part).resolve(policy.name());
            if (Files.exists(made)) {
                Path to = folder.resolve(part).resolve(policy.name());
                delete(to);
                Files.createDirectories(folder.resolve(part));
                Files.move(made, to);
            }
        }
        delete(from);
    }

    /** Deletes what attempts that came to nothing have left. */
    public void clear() throws IOException {
        try {
            delete(folder.resolve(UNFINISHED));
        } catch (DirectoryNotEmptyException e) {
            // a machine that was given up still writes there: it is in nobody's way, and deleted the next time
            return;
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path one : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
