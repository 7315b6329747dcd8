package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

/** Hazard: a role may what it should not, may not what it should, or an operation is left out of the question. */
class RolesTest {
    private final RunningService service = TestDatabase.H2.service();

    /** Operation to role to whether it may. */
    private static Map<String, Map<String, Boolean>> agreed() throws IOException {
        try (InputStream file = RolesTest.class.getResourceAsStream("/roles.csv")) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.get(0).split(",");
            Map<String, Map<String, Boolean>> table = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                Map<String, Boolean> roles = new TreeMap<>();
                for (int i = 2; i < cells.length; i++) {
                    roles.put(names[i], cells[i].equals("yes"));
                }
                assertThat(table.put(cells[0] + " " + cells[1], roles)).as(line).isNull();
            }
            return table;
        }
    }

    private static String call(Route route) {
        return route.path()
                .getPatternString()
                .replace("{revision}", "0123456789ab")
                .replace("{other}", "0123456789ac")
                .replaceAll("\\{\\w+}", "nobody-matrix");
    }

    private int status(Route route, Client client) {
        String type = "application/json";
        return client.send(route.method().name(), call(route), type, BodyPublishers.noBody())
                .status();
    }

    @Test
    void letsEveryRoleDoWhatWasAgreedAndNothingElse() throws IOException {
        Map<String, Map<String, Boolean>> agreed = agreed();
        List<String> faults = new ArrayList<>();
        for (Route route : Routes.ALL.all()) {
            String name = route.method() + " " + route.path().getPatternString();
            Map<String, Boolean> roles = agreed.remove(name);
            if (roles == null) {
                faults.add(name + " has no line");
                continue;
            }
            for (Role role : Role.values()) {
                int status = status(route, service.as(role));
                boolean may = status != 401 && status != 403;
                if (may != roles.get(role.code()) || (!may && status != 403)) {
                    faults.add(name + " answers " + role.code() + " with " + status);
                }
            }
        }
        agreed.keySet().forEach(name -> faults.add(name + " is no operation"));
        assertThat(faults).isEmpty();
    }

    @Test
    void letsNobodyInWithoutAKeyThatOpens() {
        List<String> faults = new ArrayList<>();
        Secret expired = expired();
        String agent = service.key(Role.AGENT);
        List<String> bearers = List.of(
                "garbage",
                "fr_",
                "fr_.",
                "fr_a.b",
                agent + "x",
                agent.substring(0, agent.length() - 1),
                agent.replaceFirst("\\..*", "." + service.key(Role.ADMIN).replaceFirst(".*\\.", "")),
                expired.token(),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOiJhZG1pbiJ9.");
        for (Route route : Routes.ALL.all()) {
            for (String bearer : bearers) {
                int status = status(route, service.with(bearer));
                if (route.open() ? status != 200 : status != 401) {
                    faults.add(route + " with " + bearer + ": " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private Secret expired() {
        Secret secret = Secret.fresh();
        service.bean(KeyStore.class)
                .add(new ApiKey(
                        secret.id(),
                        Role.ADMIN,
                        secret.hash(),
                        "expired",
                        Instant.parse("2020-01-01T00:00:00Z"),
                        "test",
                        Instant.parse("2020-02-01T00:00:00Z"),
                        null,
                        null));
        service.bean(KeyRing.class).look();
        return secret;
    }

    @Test
    void letsNobodyInWithoutAnyKey() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<String> faults = new ArrayList<>();
        for (Route route : Routes.ALL.all()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + call(route)))
                    .method(route.method().name(), BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean challenged = answer.headers().firstValue("WWW-Authenticate").isPresent();
            if (route.open() ? answer.statusCode() != 200 : answer.statusCode() != 401 || !challenged) {
                faults.add(route + ": " + answer.statusCode());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void takesNoKeyFromAnAddressOrASecondHeader() {
        Client nobody = service.with("garbage");
        assertThat(nobody.get("/v1/keys?access_token=" + service.key(Role.ADMIN))
                        .status())
                .isEqualTo(401);
        assertThat(service.as(Role.AGENT)
                        .send(
                                "POST",
                                "/v1/keys",
                                "application/json",
                                BodyPublishers.ofString("{}"),
                                "X-HTTP-Method-Override",
                                "GET",
                                "X-Forwarded-Prefix",
                                "/actuator")
                        .status())
                .isEqualTo(403);
    }
}
