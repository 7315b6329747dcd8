package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command line writes: data to {@code out}, progress and messages to {@code err}.
 *
 * @param environment the variables of the process
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean outIsTerminal,
        boolean errIsTerminal) {
    private static final int BUFFER = 1 << 16;

    /** The terminal of this process; UTF-8 whatever the locale. */
    public static Terminal ofProcess(Map<String, String> environment) {
        PrintStream out = stream(FileDescriptor.out, BUFFER);
        PrintStream err = stream(FileDescriptor.err, 1);
        return new Terminal(out, err, environment, isTerminal(1), isTerminal(2));
    }

    private static PrintStream stream(FileDescriptor descriptor, int buffer) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), buffer), buffer == 1, UTF_8);
    }

    /** The JDK only knows whether input and output both are terminals, and not at all of the error stream. */
    @SuppressWarnings("SystemConsoleNull") // newer platforms say no only where they know
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            // not Linux: what the JDK knows
            return System.console() != null;
        }
    }

    /** Whether a person asked for no colours: see no-color.org. */
    boolean noColor() {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Writes what is still waiting. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
