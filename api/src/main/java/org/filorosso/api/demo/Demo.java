package org.filorosso.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.filorosso.api.decision.ResponseToken;
import org.filorosso.api.decision.ResponseTokens;
import org.filorosso.api.demo.InventedCustomer.Answer;
import org.filorosso.api.demo.InventedCustomer.Contact;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Adds invented customers with their history to an empty database, through the service's own front door. */
@Component
class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 20_260;
    private static final int AT_ONCE = 50;
    private static final int A_CALL = 400;

    private final ServiceSettings settings;
    private final Database database;
    private final DatabaseClock clock;
    private final LivePlaybooks playbooks;
    private final ResponseTokens tokens;
    private final Environment environment;

    Demo(
            ServiceSettings settings,
            Database database,
            DatabaseClock clock,
            LivePlaybooks playbooks,
            ResponseTokens tokens,
            Environment environment) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.playbooks = playbooks;
        this.tokens = tokens;
        this.environment = environment;
    }

    // before the line to paste is printed
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void add() {
        if (!wanted()) {
            return;
        }
        Optional<LivePlaybook> telco = playbooks.all().stream()
                .filter(live -> live.name().equals("telco"))
                .findFirst();
        Optional<String> key = key();
        if (telco.isEmpty() || key.isEmpty() || !empty()) {
            LOG.warn("No invented customers are added: that needs the playbook telco, the key of the role integration"
                    + " in keys.txt, and a database without customers.");
            return;
        }
        String address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        List<InventedCustomer> customers =
                new Invention(SEED, clock.instant(), telco.get().playbook()).customers(settings.demoCustomers());
        LOG.info("Inventing {} customers, which takes a minute or less.", customers.size());
        send(new OwnService(address, key.get()), customers, telco.get());
        LOG.info("{} invented customers are there, from {} on.", customers.size(), Invention.FIRST);
    }

    /** {@code --demo} is said without a value. */
    private boolean wanted() {
        String flag = environment.getProperty("demo");
        return settings.demo() || (flag != null && !flag.equals("false"));
    }

    private boolean empty() {
        return database.sql()
                .sql("select id from subject limit 1")
                .query(String.class)
                .list()
                .isEmpty();
    }

    private Optional<String> key() {
        Path keys = settings.dataFolder().resolve("keys.txt");
        if (!Files.exists(keys)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(keys)) {
            return lines.filter(line -> line.startsWith("integration "))
                    .map(line -> line.substring("integration ".length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(OwnService service, List<InventedCustomer> customers, LivePlaybook telco) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (InventedCustomer customer : customers) {
            sent.add(service.send("PUT", "/v1/subjects/" + customer.id(), customer.profile()));
            if (sent.size() >= AT_ONCE) {
                finish(sent);
            }
        }
        finish(sent);
        LOG.info("{} invented customers are there; now what happened to them.", customers.size());
        List<Object> responses = new ArrayList<>();
        List<Object> events = new ArrayList<>();
        for (InventedCustomer customer : customers) {
            responses.addAll(responses(customer, telco));
            customer.events().forEach(event -> events.add(event(customer.id(), event)));
        }
        inCalls(service, "responses", responses);
        LOG.info("{} answers of theirs are there; now their invoices and complaints.", responses.size());
        inCalls(service, "events", events);
    }

    private static void finish(List<CompletableFuture<Void>> sent) {
        sent.forEach(CompletableFuture::join);
        sent.clear();
    }

    private static void inCalls(OwnService service, String what, List<Object> all) {
        for (int from = 0; from < all.size(); from += A_CALL) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + A_CALL));
            service.send("POST", "/v1/" + what, Map.of(what, some)).join();
        }
    }

    private List<Object> responses(InventedCustomer customer, LivePlaybook telco) {
        List<Object> responses = new ArrayList<>();
        for (int i = 0; i < customer.contacts().size(); i++) {
            Contact contact = customer.contacts().get(i);
            String token = tokens.sign(token(customer.id(), i, contact, telco));
            String key = customer.id() + ":" + i;
            boolean sent = contact.direction() == Direction.OUTBOUND;
            responses.add(response(token, sent ? "sent" : "presented", contact.at(), key + ":made", null));
            Answer answer = contact.answer();
            if (answer != null) {
                responses.add(response(token, answer.outcome(), answer.at(), key + ":answered", answer));
            }
        }
        return responses;
    }

    private static Map<String, Object> response(
            String token, String outcome, Instant at, String key, @Nullable Answer answer) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("responseToken", token);
        response.put("outcome", outcome);
        response.put("at", at.toString());
        response.put("key", key);
        if (answer != null && answer.reason() != null) {
            response.put("reason", answer.reason());
        }
        if (answer != null && answer.resumeAt() != null) {
            response.put("resumeAt", answer.resumeAt().toString());
        }
        return response;
    }

    private static ResponseToken token(String id, int number, Contact contact, LivePlaybook telco) {
        return new ResponseToken(
                "demo-" + id + "-" + number,
                id,
                contact.offer().action(),
                contact.offer().treatment(),
                contact.offer().channel(),
                contact.direction(),
                1,
                telco.name(),
                telco.revision(),
                "established",
                contact.price(),
                contact.at());
    }

    private static Map<String, Object> event(String id, InventedCustomer.Event event) {
        return Map.of(
                "subjectId",
                id,
                "event",
                event.event(),
                "key",
                event.key(),
                "at",
                event.at().toString(),
                "fields",
                event.fields());
    }
}
