package org.filorosso.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Starter;
import org.filorosso.simulator.log.CheckFormats;
import org.filorosso.simulator.log.CheckFormats.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is installed and what is wrong with it. */
@Command(
        name = "doctor",
        description = "Versions, memory, what is configured and what is wrong with it. Exit code 1 if anything is.")
final class DoctorCommand implements Callable<Integer> {
    private static final int LEAST_JAVA = 17;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LEAST_HEAP = 200;

    private final Filorosso root;

    @Mixin
    private OutputOptions output = new OutputOptions();

    DoctorCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.addAll(versions());
        checks.add(java());
        checks.add(heap());
        checks.add(Check.told("processors", String.valueOf(Runtime.getRuntime().availableProcessors())));
        checks.add(Check.told("system", System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        checks.add(Check.told("locale", Locale.getDefault() + " (never used for data: a playbook names its own)"));
        checks.add(
                Check.told("time zone", ZoneId.systemDefault() + " (never used for data: a playbook names its own)"));
        checks.add(Check.told("encoding", Charset.defaultCharset() + " (data are always read and written as UTF-8)"));
        checks.add(Check.told("terminal", terminal()));
        checks.add(temporary());
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> CheckFormats.table(checks);
                        case JSON -> CheckFormats.json(checks);
                        case CSV -> CheckFormats.csv(checks);
                    });
            out.done();
        }
        return checks.stream().allMatch(Check::good) ? ExitCode.DONE : ExitCode.FAULT;
    }

    private static List<Check> versions() {
        Properties versions = new Properties();
        try (InputStream file = DoctorCommand.class.getResourceAsStream("versions.properties")) {
            versions.load(Objects.requireNonNull(file, "versions.properties must be packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException("versions.properties cannot be read", e);
        }
        return versions.stringPropertyNames().stream()
                .sorted()
                .map(name -> Check.told(name, versions.getProperty(name)))
                .toList();
    }

    private static Check java() {
        int version = Runtime.version().feature();
        String name = Runtime.version() + ", " + System.getProperty("java.vendor");
        return version >= LEAST_JAVA
                ? Check.told("java", name)
                : Check.wrong("java", name, "Maybe install Java 17 or newer.");
    }

    private static Check heap() {
        long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        String text = "at most " + most + " MB, " + used + " MB in use";
        return most >= LEAST_HEAP
                ? Check.told("heap", text)
                : Check.wrong("heap", text, "Maybe java -Xmx1g -jar filorosso.jar ...");
    }

    private String terminal() {
        Terminal terminal = root.terminal();
        return "output " + (terminal.outIsTerminal() ? "to a person" : "to a file or program") + ", messages "
                + (terminal.errIsTerminal() ? "to a person" : "to a file or program") + ", colours "
                + (terminal.noColor() ? "off (NO_COLOR or TERM=dumb)" : "where a person watches");
    }

    /** Writes the starter playbook to the temporary folder, reads it and builds its rules: the whole way but deciding. */
    private static Check temporary() {
        String where = System.getProperty("java.io.tmpdir");
        try {
            Path folder = Files.createTempDirectory("filorosso");
            try {
                Starter.write(folder);
                DroolsMatcher.of(
                        PlaybookReader.read(folder, PlaybookArgument.today()).orThrow());
                return Check.told(
                        "temporary folder", where + ", writable; the starter playbook was written, read and built");
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            return Check.wrong(
                    "temporary folder", where + ": " + e, "Maybe java -Djava.io.tmpdir=DIR -jar filorosso.jar ...");
        }
    }
}
