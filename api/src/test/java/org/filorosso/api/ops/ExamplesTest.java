package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.Contract;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hazard: an example of the document is pasted and does not work. */
class ExamplesTest {
    // the example is understood; what it names need not be there
    private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 401, 403, 405, 406, 408, 413, 415, 429);
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.started(TestDatabase.H2);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void runsEveryExampleOfARequest() {
        List<String> faults = new ArrayList<>();
        for (Contract.Operation operation : Contract.SERVED.operations()) {
            JsonNode contents = operation.described().at("/requestBody/content");
            if (contents.isEmpty()) {
                check(operation, "application/json", "", faults);
            }
            contents.properties().forEach(content -> {
                JsonNode example = content.getValue().path("example");
                if (content.getKey().startsWith("application/")
                                && content.getKey().endsWith("json")
                        || content.getKey().startsWith("text/")) {
                    check(
                            operation,
                            content.getKey(),
                            example.isString() ? example.asString() : example.toString(),
                            faults);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static void check(Contract.Operation operation, String type, String body, List<String> faults) {
        String path = Requests.address(operation);
        if (path.isEmpty()) {
            faults.add(operation.pointer() + " has a parameter without an example");
            return;
        }
        Role role = operation.described().at("/x-roles").isEmpty()
                ? Role.AGENT
                : Role.valueOf(operation.described().at("/x-roles/0").asString().toUpperCase(Locale.ROOT));
        Answer answer = service.as(role).send(operation.method(), path, type, BodyPublishers.ofString(body));
        if (answer.status() >= 500 || NOT_UNDERSTOOD.contains(answer.status())) {
            faults.add(operation.method() + " " + path + ": " + answer.status() + " " + answer.text());
        }
    }

    /** Addresses made of the examples of parameters. */
    static final class Requests {
        private Requests() {}

        static String address(Contract.Operation operation) {
            String path = operation.path().getPatternString();
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter : Contract.SERVED.parameters(operation)) {
                JsonNode example = parameter.path("example");
                String in = parameter.get("in").asString();
                if (example.isMissingNode() && parameter.path("required").asBoolean(false)) {
                    return "";
                }
                String name = parameter.get("name").asString();
                String value = example.isMissingNode() ? "" : encoded(example.asString());
                if (in.equals("path")) {
                    path = path.replace("{" + name + "}", value);
                } else if (in.equals("query") && !value.isEmpty()) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
            return path.contains("{") ? "" : path + query;
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%3A", ":");
        }
    }
}
