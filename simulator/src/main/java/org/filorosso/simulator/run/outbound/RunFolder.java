package org.filorosso.simulator.run.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * Where an unfinished run keeps what it has decided, in pieces, so that a run that was killed goes on after the last whole
 * piece. A piece counts only with the right length and check sum. It belongs to one run: its inputs are named by a
 * fingerprint.
 */
final class RunFolder {
    static final String NAME = "unfinished";
    private static final String RUN = "run.txt";

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder with what an earlier run has left. */
    record Opened(RunFolder folder, Instant at) {}

    /**
     * Opens the folder of a run.
     *
     * @param fingerprint of all inputs but the time
     * @param at the time of a new run; a run that goes on keeps its own
     * @throws FlawException if the folder holds an unfinished run of other inputs
     */
    static Opened open(Path out, String fingerprint, Instant at) throws FlawException {
        Path folder = out.resolve(NAME);
        try {
            Files.createDirectories(folder);
            Path run = folder.resolve(RUN);
            if (!Files.exists(run)) {
                write(run, (fingerprint + "\n" + at + "\n").getBytes(UTF_8));
                return new Opened(new RunFolder(folder), at);
            }
            List<String> lines = Files.readAllLines(run, UTF_8);
            if (lines.size() != 2 || !lines.get(0).equals(fingerprint)) {
                throw new FlawException(Flaw.of(
                        folder.toString(),
                        "holds an unfinished run of other inputs or options",
                        "Maybe another --out, or delete this folder."));
            }
            return new Opened(new RunFolder(folder), Instant.parse(lines.get(1)));
        } catch (IOException | DateTimeParseException e) {
            throw new FlawException(Flaw.of(folder.toString(), "cannot be used: " + e.getMessage(), null));
        }
    }

    /** A piece, from 0, or null when it is missing or not whole. */
    @Nullable
    List<Planned> piece(int number) {
        Path file = file(number);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < Long.BYTES) {
                return null;
            }
            byte[] body = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
            return ByteBuffer.wrap(bytes).getLong() == sum(body) ? PlanCodec.rows(body) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read", e);
        }
    }

    void write(int number, List<Planned> rows) {
        byte[] body = PlanCodec.bytes(rows);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + body.length);
        bytes.putLong(sum(body)).put(body);
        try {
            write(file(number), bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(file(number) + ": cannot be written. Maybe the disk is full", e);
        }
    }

    private Path file(int number) {
        return folder.resolve("plan-" + number + ".bin");
    }

    private static long sum(byte... bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    private static void write(Path file, byte... bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes what is in the way once a run is finished. */
    static void delete(Path out) throws FlawException {
        Path folder = out.resolve(NAME);
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new FlawException(Flaw.of(folder.toString(), "cannot be deleted: " + e.getMessage(), null));
        }
    }
}
