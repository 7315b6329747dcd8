package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

/** Hazard: a browser does with an answer what it should not: runs it, frames it, keeps it, tells others of it. */
class HeadersTest {

    @Test
    void forbidBrowsersWhatTheyNeedNot() {
        RunningService service = TestDatabase.H2.service();
        List<Answer> answers = List.of(
                service.as(Role.ADMIN).get("/v1/keys"),
                service.as(Role.AGENT).get("/v1/keys"),
                service.with("nobody").get("/v1/keys"),
                service.as(Role.ADMIN).get("/nothing"),
                service.as(Role.ADMIN).get("/v3/api-docs"));
        for (Answer answer : answers) {
            HttpHeaders headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors"));
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control"))
                    .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Trace-Id"))
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}"));
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void carryTheCallersOwnTraceWhereItIsOne() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        assertThat(traced("00-" + trace + "-00f067aa0ba902b7-01")).isEqualTo(trace);
        assertThat(traced("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")).isNotEqualTo("0".repeat(32));
        assertThat(traced("<script>")).matches("[0-9a-f]{32}");
    }

    private static String traced(String parent) {
        Answer answer = TestDatabase.H2
                .service()
                .as(Role.AGENT)
                .send(
                        "GET",
                        "/v1/keys",
                        "application/json",
                        java.net.http.HttpRequest.BodyPublishers.noBody(),
                        "traceparent",
                        parent);
        return answer.json().get("traceId").asString();
    }
}
