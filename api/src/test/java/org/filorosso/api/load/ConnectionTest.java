package org.filorosso.api.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hazards: the generator takes one answer for another, counts failures as answers, or hides a stall. */
class ConnectionTest {
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/chunked", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, 0);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void readsEachAnswerToItsEnd() throws IOException {
        try (Connection connection = new Connection(port(), "/echo", "X-Any: one\r\n")) {
            for (String body : new String[] {"", "perché", "x".repeat(40_000)}) {
                assertThat(connection.post(body))
                        .isEqualTo(new Connection.Answer(200, body.getBytes(UTF_8).length, false));
            }
        }
    }

    @Test
    void readsAnswersInChunks() throws IOException {
        try (Connection connection = new Connection(port(), "/chunked", "")) {
            assertThat(connection.post("abc")).isEqualTo(new Connection.Answer(503, 6, false));
            assertThat(connection.post("abcd")).isEqualTo(new Connection.Answer(503, 8, false));
        }
    }

    @Test
    void opensAnotherConnectionWhenTheServerEndsOne() throws IOException {
        server.createContext("/last", exchange -> {
            exchange.getResponseHeaders().add("Connection", "close");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        try (Connection connection = new Connection(port(), "/last", "")) {
            assertThat(connection.post("").status()).isEqualTo(200);
            assertThat(connection.post("").status()).isEqualTo(200);
        }
    }

    @Test
    void tellsADegradedAnswer() throws IOException {
        try (Connection connection = new Connection(port(), "/echo", "")) {
            assertThat(connection.post("{\"degraded\":\"timeout\"}").degraded()).isTrue();
            assertThat(connection.post("{\"degraded\":null}").degraded()).isFalse();
        }
    }

    @Test
    void countsWhatFailed() {
        Generator.Measured measured =
                new Generator(port(), "/chunked", "", n -> "x").open(2, 100, Duration.ofSeconds(1));
        assertThat(measured.failed()).isEqualTo(100);
    }

    @Test
    void countsACallThatHadToWaitFromWhenItWasDue() {
        Generator.Measured measured = new Generator(port(), "/slow", "", n -> "x").open(1, 20, Duration.ofSeconds(1));
        // 20 calls of 100 ms on one connection: the last was due within 1 s and is answered after 2 s at the earliest
        assertThat(measured.percentile(100)).isGreaterThan(990);
    }
}
