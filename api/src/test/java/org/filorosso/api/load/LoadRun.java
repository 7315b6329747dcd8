package org.filorosso.api.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.drill.DatabaseServer;
import org.filorosso.api.drill.Keys;
import org.filorosso.api.drill.PostgresServer;
import org.filorosso.api.drill.ServiceProcess;
import org.filorosso.api.drill.Telco;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.security.Role;
import org.slf4j.LoggerFactory;

/**
 * Loads the service: ten thousand customers with fifty interactions each on the telco playbook, every decision durable,
 * beside the ceiling of the same service in the same run. Prints a table and writes it as JSON to the target directory.
 * {@code -Dload.database=h2|postgresql}, {@code -Dload.jfr=true} for a recording of the service; {@code -Dload.seconds},
 * {@code -Dload.subjects} and {@code -Dload.interactions} for a shorter run, whose figures mean little.
 */
public final class LoadRun {
    private static final int SUBJECTS = Integer.getInteger("load.subjects", 10_000);
    private static final int INTERACTIONS = Integer.getInteger("load.interactions", 50);
    private static final int SECONDS = Integer.getInteger("load.seconds", 20);
    private static final long SPREAD = 2_654_435_761L;
    private static final int ROUNDS = 3;
    private static final int FEW = 4;
    private static final int MANY = 32;
    private static final Path FOLDER = Path.of("target", "load");

    private final ServiceProcess service;
    private final Client integration;
    private final Generator decide;
    private final LoadTable table;

    private LoadRun(ServiceProcess service, Keys keys, LoadTable table) {
        this.service = service;
        this.integration = keys.at(service.port(), Role.INTEGRATION);
        this.decide = generator(keys, "");
        this.table = table;
    }

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String database = System.getProperty("load.database", "h2").toLowerCase(Locale.ROOT);
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), database)
                .toAbsolutePath();
        boolean kept;
        try (DatabaseServer server = database.equals("h2") ? DatabaseServer.embedded() : new PostgresServer(folder)) {
            server.start();
            try (ServiceProcess service = ServiceProcess.start(node(folder, server))) {
                service.awaitReady(Duration.ofMinutes(3));
                LoadTable table = new LoadTable(database);
                new LoadRun(service, Keys.of(folder.resolve("data")), table).run();
                table.print();
                table.write(FOLDER.resolve("load-" + database + ".json"));
                kept = table.kept();
                service.process().terminate();
                service.process().awaitExit(Duration.ofSeconds(60));
            }
        }
        System.exit(kept ? 0 : 1);
    }

    private static ServiceProcess.Node node(Path folder, DatabaseServer server) {
        List<String> java = new ArrayList<>(List.of("-Xms1g", "-Xmx1g"));
        if (Boolean.getBoolean("load.jfr")) {
            java.add(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + folder.resolve("load.jfr"));
        }
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), LoadedService.class.getName()));
        List<String> settings = new ArrayList<>(server.settings(server.port()));
        settings.add("--filorosso.playbooks=" + Path.of("..", "rules"));
        settings.add("--filorosso.limits.requests-per-second=1000000");
        return new ServiceProcess.Node(java, folder.resolve("data"), settings);
    }

    private void run() {
        Instant now = Instant.now();
        History history = new History(SUBJECTS, INTERACTIONS, now);
        table.imported("subjects", SUBJECTS, imported("/v1/subjects:import", history.profiles()));
        table.imported(
                "interactions", SUBJECTS * INTERACTIONS, imported("/v1/responses:import", history.interactions()));
        Client.Answer answer = integration.post("/v1/decisions", Telco.call("size", 1));
        if (answer.status() != 200) {
            throw new IllegalStateException("a decision was answered " + answer.status() + ": " + answer.text());
        }
        decide.closed(FEW, Duration.ofSeconds(4L * SECONDS));
        Generator ceiling = ceiling(decide.closed(FEW, Duration.ofSeconds(5)).size());
        ceiling.closed(FEW, Duration.ofSeconds(2L * SECONDS));
        decide.closed(MANY, Duration.ofSeconds(SECONDS));
        for (int round = 0; round < ROUNDS; round++) {
            table.ceiling(ceiling.closed(MANY, Duration.ofSeconds(SECONDS)));
            table.decide(decide.closed(MANY, Duration.ofSeconds(SECONDS)));
        }
        double half = table.decisionsPerSecond() / 2;
        decide.open(MANY, half, Duration.ofSeconds(SECONDS));
        table.atHalfLoad(half, decide.open(MANY, half, Duration.ofSeconds(2L * SECONDS)));
    }

    private Duration imported(String path, Iterator<byte[]> lines) {
        long start = System.nanoTime();
        Client.Answer answer = integration.send(
                "POST", path, "application/x-ndjson", BodyPublishers.ofInputStream(() -> new Lines(lines)));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.status() + ": " + answer.text());
        }
        System.out.println(path + " " + answer.text());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Generator generator(Keys keys, String headers) {
        String run = Long.toString(System.nanoTime(), 36);
        return new Generator(
                service.port(),
                "/v1/decisions",
                "Authorization: Bearer " + keys.byRole().get(Role.INTEGRATION.code()) + "\r\n" + headers,
                n -> Telco.call(run + "-" + n, (int) Math.floorMod(n * SPREAD, (long) SUBJECTS)));
    }

    private Generator ceiling(int size) {
        return new Generator(
                service.port(), "/v1/decisions", decide.headers() + "X-Ceiling: " + size + "\r\n", decide.body());
    }
}
