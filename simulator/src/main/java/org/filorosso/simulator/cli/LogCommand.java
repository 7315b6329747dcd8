package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.LogExport;
import org.filorosso.simulator.log.LogTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out a decision log. */
@Command(
        name = "log",
        description = "Checks a decision log that decide --log has written, and writes it as CSV or NDJSON. "
                + "The log of a service is at its GET /v1/logs/decisions.")
final class LogCommand implements Callable<Integer> {
    private final Filorosso root;

    @Parameters(
            index = "0",
            paramLabel = "<log>",
            description = "A folder with decisions.csv, responses.csv or events.csv.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Another folder; made when it is not there.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (default) or json: one object a line.")
    private Format format = Format.CSV;

    LogCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        if (!Files.isDirectory(folder)) {
            throw Refusal.badInput(Paths.missing(folder, "folder", "one that decide --log has written"));
        }
        List<LogTable> tables = Stream.of(LogTable.values())
                .filter(table -> Files.isRegularFile(folder.resolve(table.file("csv"))))
                .toList();
        if (tables.isEmpty()) {
            throw Refusal.badInput(folder + ": holds neither decisions.csv nor responses.csv nor events.csv. "
                    + "Maybe it is the data of a service: its log is at GET /v1/logs/decisions.");
        }
        if (folder.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw Refusal.badInput(out + ": is the log itself. Maybe another folder.");
        }
        create(out);
        for (LogTable table : tables) {
            write(table);
        }
        return ExitCode.DONE;
    }

    private void write(LogTable table) throws FlawException {
        boolean json = format == Format.JSON;
        Path to = out.resolve(table.file(json ? "ndjson" : "csv"));
        try (Output file = Output.of(to, root.terminal())) {
            long rows = new LogExport(table, folder.resolve(table.file("csv"))).write(file.stream(), json);
            file.done();
            if (!root.quiet()) {
                root.terminal().err().println(to + ": " + ProblemList.count(rows, "row"));
            }
        }
    }

    /** Makes a folder. */
    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Refusal.badInput(folder + ": the folder cannot be made: " + e.getMessage());
        }
    }
}
