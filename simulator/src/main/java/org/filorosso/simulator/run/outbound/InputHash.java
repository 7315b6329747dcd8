package org.filorosso.simulator.run.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * An input file by its content.
 *
 * @param role {@code customers}, {@code history}, {@code events} or {@code list}
 * @param file its name without the folder
 * @param sha256 64 hex digits
 */
public record InputHash(String role, String file, long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /**
     * All files that tell of customers.
     *
     * @throws FlawException if one cannot be read
     */
    static List<InputHash> of(CustomerInputs inputs) throws FlawException {
        List<InputHash> hashes = new ArrayList<>();
        add("customers", inputs.customers(), hashes);
        add("history", inputs.history(), hashes);
        add("events", inputs.events(), hashes);
        Path lists = inputs.lists();
        if (lists != null && Files.isDirectory(lists)) {
            for (Path list : files(lists)) {
                add("list", list, hashes);
            }
        }
        return hashes;
    }

    /**
     * One file.
     *
     * @throws FlawException if it cannot be read
     */
    public static InputHash of(String role, Path file) throws FlawException {
        List<InputHash> one = new ArrayList<>();
        add(role, file, one);
        return one.get(0);
    }

    private static List<Path> files(Path folder) throws FlawException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new FlawException(Flaw.of(folder.toString(), "cannot be read: " + e.getMessage(), null));
        }
    }

    private static void add(String role, @Nullable Path path, List<InputHash> hashes) throws FlawException {
        if (path == null) {
            return;
        }
        DataFile file = DataFile.of(path);
        MessageDigest digest = digest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        } catch (IOException e) {
            throw new FlawException(Flaw.of(path.toString(), "cannot be read: " + e.getMessage(), null));
        }
        hashes.add(new InputHash(role, file.name(), bytes, HexFormat.of().formatHex(digest.digest())));
    }

    /** The SHA-256 of texts, each ended by a line feed. */
    static String ofTexts(List<String> texts) {
        MessageDigest digest = digest();
        for (String text : texts) {
            digest.update((text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
