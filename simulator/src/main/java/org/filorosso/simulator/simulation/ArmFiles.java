package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.log.LogTable;
import org.jspecify.annotations.Nullable;

/** The files that one arm writes while it runs. By one thread. */
final class ArmFiles implements AutoCloseable {
    private static final String DAYS = "days.csv";

    private final Map<LogTable, BufferedWriter> log = new EnumMap<>(LogTable.class);
    private final @Nullable BufferedWriter days;
    private final @Nullable BufferedWriter margins;
    private final boolean logged;

    private ArmFiles() {
        this.logged = false;
        this.days = null;
        this.margins = null;
    }

    /** Nothing is written. */
    static ArmFiles none() {
        return new ArmFiles();
    }

    /**
     * @param folder of the arm; made when it is not there, what it held is written anew
     * @param into folder of the decision log, likewise
     * @param logged whether the decision log is written
     * @throws IOException if a file cannot be written
     */
    ArmFiles(Path folder, Path into, boolean logged) throws IOException {
        this.logged = logged;
        Files.createDirectories(folder);
        this.days = Files.newBufferedWriter(folder.resolve(DAYS), UTF_8);
        this.margins = Files.newBufferedWriter(folder.resolve(Simulation.MARGINS), UTF_8);
        if (logged) {
            Files.createDirectories(into);
            for (LogTable table : LogTable.values()) {
                BufferedWriter writer = Files.newBufferedWriter(into.resolve(table.file("csv")), UTF_8);
                writer.write(new CsvText()
                        .row(table.columns().toArray(String[]::new))
                        .toString());
                log.put(table, writer);
            }
        }
    }

    boolean logged() {
        return logged;
    }

    void log(LogTable table, String rows) {
        BufferedWriter writer = log.get(table);
        if (writer != null && !rows.isEmpty()) {
            write(writer, rows);
        }
    }

    void days(String rows) {
        if (days != null) {
            write(days, rows);
        }
    }

    void margins(String rows) {
        if (margins != null) {
            write(margins, rows);
        }
    }

    private static void write(BufferedWriter writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (days != null) {
            days.close();
        }
        if (margins != null) {
            margins.close();
        }
        for (BufferedWriter writer : log.values()) {
            writer.close();
        }
    }
}
