package org.filorosso.engine.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/** Customers of a generated playbook, the same each time. */
public final class GeneratedCustomers {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");
    private static final int PAST = 50;
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.PRESENTED,
            Outcome.PRESENTED,
            Outcome.PRESENTED,
            Outcome.CLICKED,
            Outcome.REJECTED,
            Outcome.ACCEPTED);

    private final int actions;
    private final Random random;

    private GeneratedCustomers(int actions, int seed) {
        this.actions = actions;
        this.random = new Random(seed);
    }

    /** The values of customers by attribute; one in twenty is missing. */
    public static List<Map<String, Object>> values(int count) {
        GeneratedCustomers customers = new GeneratedCustomers(1, count);
        return IntStream.range(0, count).mapToObj(i -> customers.values()).toList();
    }

    /** Customers with 50 past interactions each, in the last year, over the actions of a playbook. */
    public static List<Subject> subjects(int count, int actions) {
        GeneratedCustomers customers = new GeneratedCustomers(actions, count);
        return IntStream.range(0, count).mapToObj(customers::subject).toList();
    }

    /** A contact-centre agent asks. */
    public static Request request(Subject subject, Explain explain) {
        return new Request(
                Request.interactionId(subject.id(), NOW, "generated"),
                NOW,
                "contact-centre",
                Direction.INBOUND,
                List.of(),
                Map.of(),
                null,
                explain);
    }

    private Subject subject(int number) {
        Map<String, Subject.Dated> attributes = new HashMap<>();
        values().forEach((name, value) -> attributes.put(name, Subject.Dated.of(value)));
        return new Subject(
                "customer-" + number,
                null,
                null,
                attributes,
                Map.of("marketing", Subject.Consent.of(true)),
                List.of(),
                Set.of(),
                History.of(
                        IntStream.range(0, PAST)
                                .mapToObj(i -> interaction(number, i))
                                .toList(),
                        List.of()),
                History.NONE,
                null);
    }

    private Interaction interaction(int customer, int number) {
        return new Interaction(
                "i-" + customer + "-" + number,
                NOW.minus(Duration.ofMinutes(60 + random.nextInt(365 * 24 * 60))),
                GeneratedFolder.action(random.nextInt(actions)),
                OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                "contact-centre",
                Direction.INBOUND,
                1,
                Interaction.Details.NONE);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (Column column : GeneratedPlaybook.COLUMNS) {
            Object value = column.value(random);
            if (random.nextInt(20) > 0) {
                values.put(column.name(), value);
            }
        }
        return values;
    }
}
