package org.filorosso.api.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One node of the service as an operator runs it: the packaged jar, in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final ChildProcess process;
    private final int port;
    private final int managementPort;

    private ServiceProcess(ChildProcess process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * How a node is run.
     *
     * @param java what makes Java run it, such as {@code -jar} and the jar
     * @param settings of the service, each {@code --name=value}
     */
    public record Node(List<String> java, Path dataDir, List<String> settings) {

        /**
         * The packaged service, with these options of Java; where {@code filorosso.classpath} is set, its classes as they
         * were compiled last.
         */
        public static Node packaged(List<String> options, Path dataDir, List<String> settings) {
            List<String> java = new ArrayList<>(options);
            String classes = System.getProperty("filorosso.classpath");
            java.addAll(
                    classes == null
                            ? List.of("-jar", System.getProperty("filorosso.jar", "target/filorosso-api.jar"))
                            : List.of("-cp", classes, "org.filorosso.api.FilorossoApi"));
            return new Node(java, dataDir, settings);
        }
    }

    /** Starts a node on free ports, without waiting until it is ready. Its log is beside its data directory. */
    public static ServiceProcess start(Node node) {
        int port = FreePort.next();
        int management = FreePort.next();
        List<String> arguments = new ArrayList<>(node.java());
        arguments.add("--server.port=" + port);
        arguments.add("--management.server.port=" + management);
        arguments.add("--filorosso.data-dir=" + node.dataDir());
        arguments.addAll(node.settings());
        Path log = node.dataDir().resolveSibling(node.dataDir().getFileName() + ".log");
        return new ServiceProcess(ChildProcess.java(arguments, log), port, management);
    }

    /**
     * Waits until it is ready to serve.
     *
     * @return how long it took from now
     * @throws IllegalStateException if it ends or is not ready in time; the message has the end of its log
     */
    public Duration awaitReady(Duration most) {
        try {
            return Until.holds("the service is ready", most, () -> {
                if (!process.alive()) {
                    throw new IllegalStateException("the service ended at its start");
                }
                return health("readiness") == 200;
            });
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + lastLines(), e);
        }
    }

    /** Status of a health probe, {@code readiness} or {@code liveness}; 0 when nobody answers. */
    public int health(String probe) {
        return statusOf("/actuator/health/" + probe);
    }

    private int statusOf(String path) {
        try {
            return HTTP.send(management(path), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private HttpRequest management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    /** The end of its log, for a message. */
    public String lastLines() {
        String output = process.output();
        return output.substring(Math.max(0, output.length() - 3000));
    }

    @Override
    public void close() {
        process.close();
    }
}
