package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.log.LogTable;
import org.filorosso.simulator.simulation.Journal.OtherStory;
import org.jspecify.annotations.Nullable;

/**
 * The files that one arm writes while it runs. Days that are in its journal are not logged again: the log is cut where the last
 * of them ended, and gone on with. By one thread.
 */
final class ArmFiles implements AutoCloseable {
    private static final String DAYS = "days.csv";

    private final Map<LogTable, Path> paths = new EnumMap<>(LogTable.class);
    private final Map<LogTable, BufferedWriter> log = new EnumMap<>(LogTable.class);
    private final @Nullable BufferedWriter days;
    private final @Nullable BufferedWriter margins;
    private final @Nullable Journal journal;
    private final boolean logged;
    private Journal.@Nullable Day recalled;

    private ArmFiles() {
        this.logged = false;
        this.days = null;
        this.margins = null;
        this.journal = null;
    }

    /** Nothing is written. */
    static ArmFiles none() {
        return new ArmFiles();
    }

    /**
     * @param folder of the arm; made when it is not there, what it held is written anew but for the journal
     * @param into folder of the decision log
     * @param logged whether the decision log is written
     * @throws IOException if a file cannot be written
     */
    ArmFiles(Path folder, Path into, boolean logged) throws IOException {
        this.logged = logged;
        Files.createDirectories(folder);
        Journal found = new Journal(folder.resolve(Journal.FILE));
        this.journal = found;
        this.days = Files.newBufferedWriter(folder.resolve(DAYS), UTF_8);
        this.margins = Files.newBufferedWriter(folder.resolve(Simulation.MARGINS), UTF_8);
        if (logged) {
            Files.createDirectories(into);
            for (LogTable table : LogTable.values()) {
                paths.put(table, into.resolve(table.file("csv")));
            }
        }
        if (found.days() > 0 && !fits(found.lengths())) {
            found.clear();
        }
        openLog(found.days() > 0, found.lengths());
    }

    /** Whether the log is at least as long as the journal says. */
    private boolean fits(long... lengths) throws IOException {
        if (lengths.length != paths.size()) {
            return false;
        }
        for (Map.Entry<LogTable, Path> one : paths.entrySet()) {
            Path path = one.getValue();
            if (!Files.exists(path) || Files.size(path) < lengths[one.getKey().ordinal()]) {
                return false;
            }
        }
        return true;
    }

    private void openLog(boolean goOn, long... lengths) throws IOException {
        for (Map.Entry<LogTable, Path> one : paths.entrySet()) {
            LogTable table = one.getKey();
            BufferedWriter writer;
            if (!goOn) {
                writer = Files.newBufferedWriter(one.getValue(), UTF_8);
                writer.write(new CsvText()
                        .row(table.columns().toArray(String[]::new))
                        .toString());
            } else {
                FileChannel channel = FileChannel.open(one.getValue(), StandardOpenOption.WRITE);
                channel.truncate(lengths[table.ordinal()]).position(lengths[table.ordinal()]);
                writer = new BufferedWriter(Channels.newWriter(channel, UTF_8));
            }
            log.put(table, writer);
        }
    }

    /** Begins a day. What was decided on it comes back, where an earlier run came to its end; else null. */
    Journal.@Nullable Day begin(int day) throws IOException {
        recalled = journal == null ? null : journal.day(day);
        return recalled;
    }

    /** Whether what happens now has to be written into the log. */
    boolean logged() {
        return logged && recalled == null;
    }

    /** Whether what is decided now has to be written into the journal. */
    boolean journalled() {
        return journal != null && recalled == null;
    }

    void log(LogTable table, String rows) {
        BufferedWriter writer = log.get(table);
        if (writer != null && !rows.isEmpty()) {
            write(writer, rows);
        }
    }

    void margins(String rows) {
        if (margins != null) {
            write(margins, rows);
        }
    }

    /**
     * Ends a day.
     *
     * @param row of days.csv
     * @param encounters of the day, for the journal
     * @throws OtherStory if the day did not end as the journal says
     */
    void end(String row, byte[] encounters) throws IOException {
        if (days != null) {
            write(days, row);
        }
        Journal.Day known = recalled;
        if (known != null) {
            if (known.encounters().available() > 0 || !Journal.sealed(row, known.seal())) {
                throw new OtherStory("its journal tells of another day than \"" + row.strip() + "\"");
            }
        } else if (journal != null) {
            journal.add(row, encounters, written());
        }
    }

    /** How long the files of the log are, with what was still to be written. */
    private long[] written() throws IOException {
        long[] lengths = new long[paths.size()];
        for (BufferedWriter writer : log.values()) {
            writer.flush();
        }
        for (Map.Entry<LogTable, Path> one : paths.entrySet()) {
            lengths[one.getKey().ordinal()] = Files.size(one.getValue());
        }
        return lengths;
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
        if (journal != null) {
            journal.close();
        }
    }
}
