package org.filorosso.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: what no honest caller sends fells the service, is taken for something else, or shows how it is built. */
class HostileRequestTest {
    private final Client admin = TestDatabase.H2.service().as(Role.ADMIN);

    private Answer keys(byte[] body) {
        return admin.send("POST", "/v1/keys", "application/json", BodyPublishers.ofByteArray(body));
    }

    private Answer keys(String body) {
        return keys(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void isProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text()).doesNotContain("java", "org.", "tools.jackson", "Exception", "Apache", "Tomcat");
        assertThat(answer.json().get("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "1",
                "{} {}",
                "{'role': 'admin', 'role': 'agent', 'name': 'x'}",
                "{'role': 'admin', 'name': 'x', 'roles': ['ADMIN']}",
                "{'role': 'admin', 'name': 'x', '@class': 'javax.script.ScriptEngineManager'}",
                "{'role': 'admin', 'name': 'x', '__proto__': {'x': 1}}",
                "{'role': NaN, 'name': 'x'}",
                "{'role': 1e999999999, 'name': 'x'}",
                "{'role': {}, 'name': []}",
                "{'role': 'admin', 'name': 5}",
                "{'role': 'admin', 'name': true}",
                "{'role': 'admin', 'name': 'c\\u0000d'}",
                "{'role': 'admin', 'name': 'c\\ud800'}",
                "{'role': 'admin', 'name': 'x', 'expiresAt': 1700000000}",
                "{'role': 'admin', 'name': 'x', 'expiresAt': '2030-01-01T00:00:00'}",
                "{'role': 'admin', 'name': 'x', 'expiresAt': '+999999999-01-01T00:00:00Z'}",
                "{'role': 'admin', /* x */ 'name': 'x'}",
                "{'role': 'admin', 'name': 'x',}"
            })
    void refusesABodyThatIsNotWhatWasAgreed(String body) {
        isProblem(keys(body.replace('\'', '"')), 400);
    }

    @Test
    void refusesDepthLengthAndBytesThatAreNoText() {
        isProblem(keys("[".repeat(20_000) + "]".repeat(20_000)), 400);
        isProblem(keys("{\"a\":".repeat(10_000)), 400);
        isProblem(keys("{\"role\": " + "9".repeat(10_000) + "}"), 400);
        isProblem(keys(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'}), 400);
        isProblem(keys("{\"role\": \"admin\", \"name\": \"x\"}".getBytes(StandardCharsets.UTF_16)), 400);
    }

    @Test
    void tellsEveryFaultWithItsPlaceAndANearName() {
        Answer answer = keys("{\"rol\": \"admin\", \"name\": 5, \"expiresAt\": \"soon\"}");
        isProblem(answer, 400);
        assertThat(answer.json().findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/rol", "/name", "/expiresAt");
        assertThat(answer.text()).contains("Maybe \\\"role\\\"?");
    }

    @Test
    void refusesABodyTooLongWhetherOrNotItsLengthIsTold() {
        byte[] body = new byte[70_000];
        Arrays.fill(body, (byte) ' ');
        isProblem(keys(body), 413);
        Answer chunked = admin.send(
                "POST",
                "/v1/keys",
                "application/json",
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));
        isProblem(chunked, 413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404",
        "GET, /v1/nothing, 404",
        "GET, /error, 404",
        "GET, /actuator, 404",
        "GET, /actuator/env, 404",
        "GET, /actuator/health, 404",
        "GET, /actuator/;/env, 404",
        "GET, /actuator%2fenv, 404",
        "GET, //actuator/env, 404",
        "GET, /v1/keys/..;/audit, 404",
        "GET, /h2-console, 404",
        "GET, /swagger-ui, 404",
        "TRACE, /v1/keys, 405",
        "PUT, /v1/keys, 405",
        "OPTIONS, /v1/keys, 405",
        "BREW, /v1/keys, 405",
        "GET, /v1/audit?limit=x, 400",
        "GET, /v1/audit?limit=0, 400"
    })
    void refusesOddCallsAsAnyOther(String method, String path, int status) {
        isProblem(admin.send(method, path, "application/json", BodyPublishers.noBody()), status);
    }

    @Test
    void tellsWhichMethodsAnAddressTakes() {
        Answer answer = admin.put("/v1/keys", "{}");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void readsNoOtherForm() {
        isProblem(admin.send("POST", "/v1/keys", "text/plain", BodyPublishers.ofString("{}")), 415);
        isProblem(admin.send("POST", "/v1/keys", "application/xml", BodyPublishers.ofString("<a/>")), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/keys?a=<>\" HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/keys HTTP/1.1\r\n\r\n",
                "GET /v1/keys HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /v1/keys HTTP/9.9\r\nHost: x\r\n\r\n",
                "rubbish\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /v1/keys HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\nContent-Length: 3\r\n\r\nabc"
            })
    void answersWhatIsHardlyHttpWithAProblem(String request) throws IOException {
        assertThat(raw(request))
                .matches("(?s)HTTP/1.1 (4|5)\\d\\d.*")
                .doesNotContain("<html", "Apache", "Exception")
                .contains("application/problem+json");
    }

    @Test
    void answersAHeaderTooLongWithAProblem() throws IOException {
        assertThat(raw("GET /v1/keys HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", TestDatabase.H2.service().port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
