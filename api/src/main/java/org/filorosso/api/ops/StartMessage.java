package org.filorosso.api.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What whoever starts the service reads first: where it listens, and a line to paste that shows it at work. */
@Component
public class StartMessage {
    private static final String PREFERRED = "telco";

    private final LivePlaybooks playbooks;
    private final ServiceSettings settings;
    private final Environment environment;

    StartMessage(LivePlaybooks playbooks, ServiceSettings settings, Environment environment) {
        this.playbooks = playbooks;
        this.settings = settings;
        this.environment = environment;
    }

    // not through the log, which may go elsewhere
    @SuppressWarnings("SystemOut")
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.printf("%nFilorosso listens at %s%n%s%n", address(), body());
    }

    private String body() {
        return curl().map(line -> "Ask it what comes next:\n\n" + line + "\n")
                .orElse("No playbook is live yet: GET /v1/playbooks tells of them.\n");
    }

    private String address() {
        String scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", "8080");
    }

    /** A line for a shell that asks for a decision; empty while no playbook has a channel to ask on. */
    public Optional<String> curl() {
        Collection<LivePlaybook> live = playbooks.all();
        return live.stream()
                .sorted(Comparator.comparing(one -> !one.name().equals(PREFERRED)))
                .flatMap(one -> one.playbook().tables().channels().stream()
                        .filter(channel -> channel.directions().contains(Direction.INBOUND))
                        .map(channel -> curl(one.name(), channel)))
                .findFirst();
    }

    private String curl(String playbook, Channel channel) {
        return String.join(
                " ",
                List.of(
                        "curl -s " + address() + "/v1/decisions",
                        "-H \"Authorization: Bearer " + key() + "\"",
                        "-H 'Content-Type: application/json'",
                        "-d '{\"requestId\": \"call-1\", \"subjectId\": \"c-1001\", \"playbook\": \"" + playbook
                                + "\", \"channel\": \"" + channel.name()
                                + "\", \"direction\": \"inbound\", \"explain\": \"summary\"}'"));
    }

    /** The key is read where it lies, so that the line works at every start and shows no secret. */
    private String key() {
        Path keys = settings.dataFolder().resolve("keys.txt").toAbsolutePath().normalize();
        return Files.exists(keys) ? "$(sed -n 's/^agent //p' '" + keys + "')" : "YOUR-KEY";
    }
}
