package org.filorosso.api.drill;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2 in a process of its own, with the settings of the service's embedded one. */
final class H2Server implements DatabaseServer {
    private static final String MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    private final Path folder;
    private final int port = FreePort.next();
    private @Nullable ChildProcess process;

    H2Server(Path folder) {
        this.folder = folder;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> settings(int through) {
        return List.of("--spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + through + "/./drill" + MODE);
    }

    @Override
    public void start() {
        process = ChildProcess.java(
                List.of(
                        "-cp",
                        DatabaseServer.jarOf(org.h2.Driver.class),
                        "org.h2.tools.Server",
                        "-tcp",
                        "-tcpPort",
                        Integer.toString(port),
                        "-ifNotExists",
                        "-baseDir",
                        folder.toString()),
                folder.resolve("h2.log"));
        Until.holds("H2 listens", Duration.ofSeconds(30), this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /** Kills it: H2 in server mode closes its files only when told to over a connection, and must bear this anyway. */
    @Override
    public void stop() {
        if (process != null) {
            process.kill();
        }
    }
}
