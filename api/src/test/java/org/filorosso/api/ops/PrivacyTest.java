package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Hazard: a customer's id, name or number gets into a log or a metric, or what he sends forges a line of the log. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {
    private static final String CANARY = "CANARY-8c1f";

    @ParameterizedTest
    @EnumSource
    void keepsCustomersOutOfLogsAndMetrics(TestDatabase database, CapturedOutput log) throws Exception {
        RunningService service = database.service();
        Client system = service.as(Role.INTEGRATION);
        system.put("/v1/subjects/" + CANARY, "{'attributes': {}, 'aliases': ['+440000" + CANARY + "']}");
        system.put("/v1/subjects/" + CANARY, "{'attributes': {'full name': 'Anna " + CANARY + "'}}");
        system.put("/v1/subjects/" + CANARY, "{'attributes': {'tenure months': '" + CANARY + "'}}");
        for (int i = 0; i < 20; i++) {
            system.post("/v1/decisions", decision("p" + database + i, CANARY, "contact-centre"));
            system.post("/v1/decisions", decision("q" + database + i, CANARY + "\\r\\nERROR admin", "contact-centre"));
            system.post("/v1/decisions", decision("r" + database + i, CANARY, "${jndi:ldap://" + CANARY + "}"));
        }
        for (String body : List.of("{'" + CANARY + "'", "{'subjectId': '" + CANARY + "\\ud800'}", CANARY)) {
            system.post("/v1/decisions", body);
            system.post("/v1/responses", body);
            system.post("/v1/events", body);
        }
        system.send("POST", "/v1/decisions", CANARY + "/x", BodyPublishers.ofString(CANARY));
        system.get("/v1/subjects/" + CANARY);
        system.get("/v1/subjects/" + CANARY + "?playbook=" + CANARY);
        service.with(CANARY).get("/v1/subjects/" + CANARY);
        assertThat(log.getAll()).doesNotContain(CANARY).doesNotContain("ERROR admin");
        assertThat(metrics(service)).contains("http_server_requests").doesNotContain(CANARY);
    }

    private static String decision(String request, String subject, String channel) {
        return "{'requestId': '" + request + "', 'subjectId': '" + subject + "', 'channel': '" + channel
                + "', 'direction': 'inbound'}";
    }

    private static String metrics(RunningService service) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + service.managementPort() + "/actuator/prometheus"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
