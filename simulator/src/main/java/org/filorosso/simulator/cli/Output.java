package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's data go: a file, or standard output. A file appears under its name only when it is whole: a run that
 * fails half-way leaves what was there.
 */
final class Output implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final PrintStream stream;
    private final @Nullable Path target;
    private final @Nullable Path part;
    private boolean whole;

    private Output(PrintStream stream, @Nullable Path target, @Nullable Path part) {
        this.stream = stream;
        this.target = target;
        this.part = part;
    }

    /**
     * @param file null is standard output
     * @throws Refusal if the file cannot be written
     */
    static Output of(@Nullable Path file, Terminal terminal) {
        if (file == null) {
            return new Output(terminal.out(), null, null);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            return new Output(
                    new PrintStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER), false, UTF_8),
                    file,
                    part);
        } catch (IOException e) {
            throw Refusal.badInput(file + ": cannot be written. Maybe its folder does not exist: " + e.getMessage());
        }
    }

    /** Writes a text as it is. */
    void print(String text) {
        stream.append(text);
    }

    /** For who writes piece by piece. */
    PrintStream stream() {
        return stream;
    }

    /** Says that everything was written. */
    void done() {
        whole = true;
    }

    @Override
    public void close() {
        stream.flush();
        Path file = target;
        Path unfinished = part;
        if (file == null || unfinished == null) {
            return;
        }
        stream.close();
        try {
            if (whole && !stream.checkError()) {
                Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw Refusal.badInput(file + ": cannot be written: " + e.getMessage());
        }
        if (whole && stream.checkError()) {
            throw Refusal.badInput(file + ": cannot be written. Maybe the disk is full.");
        }
    }
}
