package org.filorosso.api.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.filorosso.api.fixture.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hazard: a drill passes because the fault it relies on never happened. */
class FaultProxyTest {
    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private FaultProxy proxy;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        proxy = new FaultProxy(server.getAddress().getPort(), 1);
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.stop(0);
    }

    private Client.Answer call() {
        return new Client("http://127.0.0.1:" + proxy.port(), "none").get("/");
    }

    @Test
    void passesOnWhatItIsNotToldToSpoil() {
        assertThat(call().text()).isEqualTo("ok");
    }

    @Test
    void delaysByWhatItIsTold() {
        proxy.delay(Duration.ofMillis(300));
        Sample slow = Crowd.sample(this::call);
        assertThat(slow.answered(200)).isTrue();
        assertThat(slow.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
    }

    @Test
    void losesTheReplyToWhatWasDone() {
        proxy.lose(1);
        // a GET would be sent again by the client itself
        Client client = new Client("http://127.0.0.1:" + proxy.port(), "none");
        assertThatThrownBy(() -> client.post("/", "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(served).hasValue(1);
        assertThat(proxy.lost()).isEqualTo(1);
    }

    @Test
    void cutsTheLineAndHeals() {
        proxy.cut();
        assertThatThrownBy(this::call).isInstanceOf(UncheckedIOException.class);
        assertThat(served).hasValue(0);
        proxy.heal();
        assertThat(call().status()).isEqualTo(200);
    }
}
