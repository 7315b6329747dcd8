package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.filorosso.simulator.population.CustomerCsv;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.review.ReviewJson;

/**
 * What a simulation was made of, so that it can be made again. It is written before the first arm; a folder that holds
 * another one is not gone on with.
 *
 * @param command as typed, without what changes no result
 * @param playbooks arm, name and revision of each
 * @param customers how many
 * @param customersHash SHA-256 of the customers with their hidden traits and past
 * @param worldHash SHA-256 of the rows of world.csv
 * @param populationHash SHA-256 of population.yaml
 */
public record Manifest(
        List<String> command,
        long seed,
        String from,
        int days,
        List<Tried> playbooks,
        List<String> arms,
        boolean asLive,
        boolean builtInEffects,
        boolean decisionLogs,
        int customers,
        String customersHash,
        String worldHash,
        String populationHash) {
    static final String FILE = "manifest.json";

    /** A playbook that is tried. */
    public record Tried(String arm, String playbook, String revision) {}

    /**
     * Writes it into a folder, or finds it there.
     *
     * @return false when the folder holds another simulation
     * @throws IOException if it cannot be read or written
     */
    public boolean claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        String text = ReviewJson.of(this);
        if (Files.exists(file)) {
            return Files.readString(file, UTF_8).equals(text);
        }
        Files.writeString(file, text, UTF_8);
        return true;
    }

    /** SHA-256 of a text, in hex. */
    public static String hash(String text) {
        MessageDigest digest = sha256();
        digest.update(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of customers with everything that a simulation begins with. */
    public static String hash(List<Person> people, CustomerCsv csv) {
        MessageDigest digest = sha256();
        for (Person person : people) {
            digest.update(csv.row(person.subject()).getBytes(UTF_8));
            digest.update(new TreeMap<>(person.hidden()).toString().getBytes(UTF_8));
            var past = person.subject().past();
            if (!past.isEmpty()) {
                digest.update(csv.history("", past.interactions()).getBytes(UTF_8));
                digest.update(csv.events("", past.events()).getBytes(UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
