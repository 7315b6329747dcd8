package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.fleet.Fleet;
import org.jspecify.annotations.Nullable;

/** One run of the command line, within the process. */
public record Run(int code, String out, String err) {

    /** The playbook of these tests. */
    public static final String SHOP = resource("/shop").toString();

    /** Three customers of it. */
    public static final String CUSTOMERS = resource("/customers.csv").toString();

    /** Runs with texts split at spaces, then texts as they are. */
    public static Run of(String words, Object... more) {
        String[] first = words.split(" ");
        String[] all = Arrays.copyOf(first, first.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[first.length + i] = more[i].toString();
        }
        return of(false, Map.of(), all);
    }

    /** Runs with its work shared, or alone where there is no fleet. */
    public static Run shared(@Nullable Fleet fleet, String... arguments) {
        return of(false, Map.of(), fleet, arguments);
    }

    static Run of(boolean watched, Map<String, String> environment, String... arguments) {
        return of(watched, environment, null, arguments);
    }

    private static Run of(
            boolean watched, Map<String, String> environment, @Nullable Fleet fleet, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, UTF_8), new PrintStream(err, true, UTF_8), environment, watched, watched);
        int code = Filorosso.run(terminal, fleet, arguments);
        terminal.flush();
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Run.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** What the golden file says; {@code REVISION} and {@code SHORT} stand for the playbook's revision. */
    static String golden(String name) throws IOException {
        return Files.readString(resource("/golden/" + name), UTF_8);
    }

    /** A text with the playbook's revision as the golden files have it. */
    static String masked(String text) {
        String revision = PlaybookReader.read(Path.of(SHOP), LocalDate.of(2026, 3, 2))
                .orThrow()
                .revision();
        return text.replace(revision, "REVISION").replace(revision.substring(0, 12), "SHORT");
    }
}
