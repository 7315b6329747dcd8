package org.filorosso.api.load;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
 * {@code -Dload.database=h2|postgresql}, {@code -Dload.jfr=true} for a recording of the service; {@code -Dload.java} for
 * more options of its virtual machine; {@code -Dload.seconds}, {@code -Dload.subjects}, {@code -Dload.interactions} and
 * {@code -Dload.warm} (seconds before anything is measured) for a shorter run, whose figures mean little;
 * {@code -Dload.connections} for more callers than 32.
 */
public final class LoadRun {
    private static final int SUBJECTS = Integer.getInteger("load.subjects", 10_000);
    private static final int INTERACTIONS = Integer.getInteger("load.interactions", 50);
    private static final int SECONDS = Integer.getInteger("load.seconds", 20);
    private static final int WARM = Integer.getInteger("load.warm", 240);
    private static final long SPREAD = 2_654_435_761L;
    private static final int ROUNDS = 3;
    private static final int FEW = 4;
    private static final int MANY = Integer.getInteger("load.connections", 32);
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
    public static void main(String[] args) throws IOException, SQLException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String database = System.getProperty("load.database", "h2").toLowerCase(Locale.ROOT);
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), database)
                .toAbsolutePath();
        boolean kept;
        try (DatabaseServer server = database.equals("h2") ? DatabaseServer.embedded() : new PostgresServer(folder)) {
            server.start();
            LoadTable table = new LoadTable(database);
            fill(folder, server, table);
            try (ServiceProcess service = ServiceProcess.start(node(folder, server))) {
                service.awaitReady(Duration.ofMinutes(3));
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

    /** Customers by the service's import, their past while it is not running. */
    private static void fill(Path folder, DatabaseServer server, LoadTable table) throws SQLException {
        try (ServiceProcess service = ServiceProcess.start(node(folder, server))) {
            service.awaitReady(Duration.ofMinutes(3));
            Client client = Keys.of(folder.resolve("data")).at(service.port(), Role.INTEGRATION);
            table.imported("subjects", SUBJECTS, imported(client));
            service.process().terminate();
            service.process().awaitExit(Duration.ofSeconds(60));
        }
        boolean h2 = server.port() == 0;
        new PastRows(SUBJECTS, INTERACTIONS)
                .write(
                        h2
                                ? "jdbc:h2:file:" + folder.resolve("data").resolve("filorosso")
                                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                                : "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                        h2 ? "filorosso" : "postgres");
    }

    private static ServiceProcess.Node node(Path folder, DatabaseServer server) {
        List<String> java = new ArrayList<>(List.of("-Xms2g", "-Xmx2g", "-XX:+UseZGC", "-XX:SoftMaxHeapSize=1g"));
        java.addAll(List.of(System.getProperty("load.java", "").split(" ")));
        java.removeIf(String::isEmpty);
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
        Client.Answer answer = integration.post("/v1/decisions", Telco.call("size", 1));
        if (answer.status() != 200) {
            throw new IllegalStateException("a decision was answered " + answer.status() + ": " + answer.text());
        }
        Generator ceiling = ceiling(decide.closed(FEW, Duration.ofSeconds(5)).size());
        warmUp(ceiling);
        for (int round = 0; round < ROUNDS; round++) {
            table.ceiling(ceiling.closed(MANY, Duration.ofSeconds(SECONDS)));
            table.decide(decide.closed(MANY, Duration.ofSeconds(SECONDS)));
        }
        double half = table.decisionsPerSecond() / 2;
        decide.open(MANY, half, Duration.ofSeconds(SECONDS));
        table.atHalfLoad(half, decide.open(MANY, half, Duration.ofSeconds(2L * SECONDS)));
    }

    /**
     * Until Java has compiled what is measured. At full load its compiler gets too little of the processors: half load lets
     * it come to an end.
     */
    private void warmUp(Generator ceiling) {
        ceiling.closed(MANY, Duration.ofSeconds(WARM / 6));
        Generator.Measured full = decide.closed(MANY, Duration.ofSeconds(WARM / 3));
        decide.open(MANY, full.perSecond() / 2, Duration.ofSeconds(WARM / 2));
    }

    private static Duration imported(Client client) {
        long start = System.nanoTime();
        Client.Answer answer = client.send(
                "POST",
                "/v1/subjects:import",
                "application/x-ndjson",
                BodyPublishers.ofInputStream(() -> new Lines(Profiles.lines(SUBJECTS))));
        if (answer.status() != 200) {
            throw new IllegalStateException("the import was answered " + answer.status() + ": " + answer.text());
        }
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
