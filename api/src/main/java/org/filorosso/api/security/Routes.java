package org.filorosso.api.security;

import static org.filorosso.api.security.Role.ADMIN;
import static org.filorosso.api.security.Role.AGENT;
import static org.filorosso.api.security.Role.ANALYST;
import static org.filorosso.api.security.Role.APPROVER;
import static org.filorosso.api.security.Role.INTEGRATION;
import static org.filorosso.api.security.Role.MARKETER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of all operations: who may, and how long a body may be. What does not stand here does not exist for a caller,
 * whatever a controller says. Tests hold it against the controllers, the OpenAPI document and {@code roles.csv}.
 */
public final class Routes {
    private static final long USUAL = 64 << 10;
    private static final long LISTS = 1 << 20;
    private static final long PLAYBOOKS = 5 << 20;
    private static final long STREAMED = Long.MAX_VALUE;

    /** The service's own. */
    public static final Routes ALL = new Routes()
            // decide, respond, tell
            .add(POST, "/v1/decisions", AGENT, INTEGRATION, MARKETER)
            .lists(POST, "/v1/decisions:batch", AGENT, INTEGRATION, MARKETER)
            .add(GET, "/v1/decisions/{interactionId}", AGENT, INTEGRATION, MARKETER)
            .add(POST, "/v1/decisions/{interactionId}:golden", MARKETER)
            .lists(POST, "/v1/responses", AGENT, INTEGRATION)
            .streamed(POST, "/v1/responses:import", INTEGRATION, ADMIN)
            .lists(POST, "/v1/events", AGENT, INTEGRATION)
            .streamed(POST, "/v1/events:import", INTEGRATION, ADMIN)
            // subjects
            .add(GET, "/v1/subjects/{id}", AGENT, INTEGRATION, MARKETER)
            .add(PUT, "/v1/subjects/{id}", INTEGRATION)
            .add(PATCH, "/v1/subjects/{id}", INTEGRATION)
            .add(DELETE, "/v1/subjects/{id}", ADMIN)
            .add(GET, "/v1/subjects/{id}/history", AGENT, INTEGRATION)
            .add(POST, "/v1/subjects/{id}/consents", AGENT, INTEGRATION)
            .add(GET, "/v1/subjects/{id}/export", ADMIN)
            .streamed(POST, "/v1/subjects:import", INTEGRATION, ADMIN)
            .add(GET, "/v1/lists/{name}", INTEGRATION)
            .streamed(PUT, "/v1/lists/{name}", INTEGRATION)
            .streamed(PATCH, "/v1/lists/{name}", INTEGRATION)
            .add(GET, "/v1/data-quality", ANALYST, INTEGRATION, MARKETER, ADMIN)
            // playbooks
            .add(GET, "/v1/playbooks", MARKETER, APPROVER, ANALYST)
            .playbook(POST, "/v1/playbooks/{name}/revisions", MARKETER)
            .add(GET, "/v1/playbooks/{name}/revisions", MARKETER, APPROVER, ANALYST)
            .add(GET, "/v1/playbooks/{name}/revisions/{revision}", MARKETER, APPROVER, ANALYST)
            .add(GET, "/v1/playbooks/{name}/revisions/{revision}.xlsx", MARKETER, APPROVER, ANALYST)
            .add(GET, "/v1/playbooks/{name}/revisions/{revision}.zip", MARKETER, APPROVER, ANALYST)
            .add(GET, "/v1/playbooks/{name}/revisions/{revision}/diff/{other}", MARKETER, APPROVER, ANALYST)
            .add(POST, "/v1/playbooks/{name}/revisions/{revision}:test", MARKETER, APPROVER)
            .add(POST, "/v1/playbooks/{name}/revisions/{revision}:preview", MARKETER, APPROVER)
            .add(POST, "/v1/playbooks/{name}/revisions/{revision}:approve", APPROVER)
            .add(POST, "/v1/playbooks/{name}/revisions/{revision}:publish", APPROVER)
            .add(POST, "/v1/playbooks/{name}:rollback", APPROVER)
            .add(GET, "/v1/stops", MARKETER, APPROVER)
            .add(POST, "/v1/stops", MARKETER, APPROVER)
            .add(DELETE, "/v1/stops/{id}", APPROVER)
            // reports
            .add(GET, "/v1/reports/kpis", ANALYST)
            .add(GET, "/v1/reports/scorecard", ANALYST)
            .add(GET, "/v1/reports/funnel", ANALYST)
            .add(GET, "/v1/reports/experiments", ANALYST)
            .add(GET, "/v1/reports/journeys", ANALYST)
            .add(GET, "/v1/reports/budgets", ANALYST)
            .add(GET, "/v1/reports/rules", ANALYST)
            .add(GET, "/v1/logs/decisions", ANALYST, ADMIN)
            .add(GET, "/v1/logs/responses", ANALYST, ADMIN)
            .add(GET, "/v1/logs/events", ANALYST, ADMIN)
            // outbound runs
            .add(GET, "/v1/runs", INTEGRATION, MARKETER, ANALYST, ADMIN)
            .add(POST, "/v1/runs", INTEGRATION, MARKETER, ANALYST)
            .add(GET, "/v1/runs/{id}", INTEGRATION, MARKETER, ANALYST, ADMIN)
            .add(GET, "/v1/runs/{id}/events", INTEGRATION, MARKETER, ANALYST, ADMIN)
            .add(POST, "/v1/runs/{id}:cancel", INTEGRATION, MARKETER, ANALYST, ADMIN)
            .add(GET, "/v1/runs/{id}/report", INTEGRATION, MARKETER, ANALYST, ADMIN)
            // keys and what was done
            .add(GET, "/v1/keys", ADMIN)
            .add(POST, "/v1/keys", ADMIN)
            .add(DELETE, "/v1/keys/{id}", ADMIN)
            .add(GET, "/v1/audit", ADMIN)
            .add(GET, "/v3/api-docs");

    private final List<Route> routes = new ArrayList<>();

    private Routes add(HttpMethod method, String path, Role... roles) {
        return sized(USUAL, method, path, roles);
    }

    private Routes lists(HttpMethod method, String path, Role... roles) {
        return sized(LISTS, method, path, roles);
    }

    private Routes playbook(HttpMethod method, String path, Role... roles) {
        return sized(PLAYBOOKS, method, path, roles);
    }

    private Routes streamed(HttpMethod method, String path, Role... roles) {
        return sized(STREAMED, method, path, roles);
    }

    private Routes sized(long longest, HttpMethod method, String path, Role... roles) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        allowed.addAll(List.of(roles));
        routes.add(new Route(method, pattern, allowed, longest));
        // the same order as Spring's own choice of a controller, so that both mean the same operation
        routes.sort(Comparator.comparing(Route::path, PathPattern.SPECIFICITY_COMPARATOR));
        return this;
    }

    /** All of them. */
    public List<Route> all() {
        return List.copyOf(routes);
    }

    /** The operation of a call; HEAD is answered as GET. Empty when there is none. */
    Optional<Route> of(String method, PathContainer path) {
        String meant = method.equals("HEAD") ? "GET" : method;
        for (Route route : routes) {
            if (route.method().name().equals(meant) && route.path().matches(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** The methods that an address takes; empty when there is no such address. */
    Set<String> methods(PathContainer path) {
        return routes.stream()
                .filter(route -> route.path().matches(path))
                .map(route -> route.method().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
