package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/** One customer and one question, in few words; each call of {@link #decide} asks again. */
final class Asking {

    static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final Engine engine;
    private final Map<String, Subject.Dated> attributes = new HashMap<>();
    private final Map<String, Subject.Consent> consents = new HashMap<>();
    private final Map<String, Object> contexts = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final List<Interaction> past = new ArrayList<>();
    private final List<Interaction> household = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();
    private String id = "anna";
    private String householdId;
    private String channel = "phone";
    private Direction direction = Direction.INBOUND;
    private String language;
    private String at = "2026-03-02T10:15";
    private String interaction = "call-1";
    private Request.Explain explain = Request.Explain.FULL;
    private State state = State.FRESH;

    Asking(Engine engine) {
        this.engine = engine;
    }

    static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ROME).toInstant();
    }

    Asking subject(String other) {
        id = other;
        return this;
    }

    Asking household(String other) {
        householdId = other;
        return this;
    }

    Asking with(String attribute, Object value) {
        attributes.put(attribute, Subject.Dated.of(normal(value)));
        return this;
    }

    Asking with(String attribute, Object value, String asOf) {
        attributes.put(attribute, new Subject.Dated(normal(value), time(asOf)));
        return this;
    }

    private static Object normal(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    Asking context(String name, Object value) {
        contexts.put(name, normal(value));
        return this;
    }

    Asking consent(String purpose, boolean granted) {
        consents.put(purpose, Subject.Consent.of(granted));
        return this;
    }

    Asking onList(String list) {
        lists.add(list);
        return this;
    }

    Asking on(String other, Direction asked) {
        channel = other;
        direction = asked;
        return this;
    }

    Asking at(String local) {
        at = local;
        return this;
    }

    Asking in(String other) {
        language = other;
        return this;
    }

    Asking interaction(String other) {
        interaction = other;
        return this;
    }

    Asking place(String name, int items) {
        placements.add(new Placement(name, items));
        return this;
    }

    Asking explain(Request.Explain other) {
        explain = other;
        return this;
    }

    Asking state(State other) {
        state = other;
        return this;
    }

    Asking past(String local, String action, Outcome outcome) {
        return past(local, action, outcome, "phone", Details.NONE);
    }

    Asking past(String local, String action, Outcome outcome, String where, Details details) {
        past.add(row("i" + past.size(), local, action, outcome, where).with(details));
        return this;
    }

    Asking pastIn(String interactionId, String local, String action, Outcome outcome) {
        past.add(row(interactionId, local, action, outcome, "phone").with(Details.NONE));
        return this;
    }

    Asking householdPast(String local, String action, Outcome outcome) {
        household.add(
                row("h" + household.size(), local, action, outcome, "phone").with(Details.NONE));
        return this;
    }

    private static Told row(String interactionId, String local, String action, Outcome outcome, String where) {
        return new Told(interactionId, time(local), action, outcome, where);
    }

    /** A row of history without its details. */
    private record Told(String interactionId, Instant at, String action, Outcome outcome, String where) {

        Interaction with(Details details) {
            Direction way = where.equals("email") ? Direction.OUTBOUND : Direction.INBOUND;
            return new Interaction(interactionId, at, action, outcome, where, way, 0, details);
        }
    }

    Asking event(String local, String event, String key, Map<String, Object> fields) {
        events.add(new Event(time(local), event, key, fields));
        return this;
    }

    Decision decide() {
        return engine.decide(subject(), request(), state);
    }

    Standing standing() {
        return engine.standing(subject(), request(), state);
    }

    Subject subject() {
        return new Subject(
                id,
                householdId,
                null,
                attributes,
                consents,
                List.of(),
                lists,
                History.of(past, events),
                History.of(household, List.of()),
                null);
    }

    Request request() {
        return new Request(interaction, time(at), channel, direction, placements, contexts, language, explain);
    }

    /** The actions offered, in order. */
    List<String> offered() {
        return decide().results().stream().map(Decision.Result::action).toList();
    }

    /** What dropped an action. */
    Candidate dropped(String action) {
        return decide().candidates().stream()
                .filter(candidate -> candidate.action().equals(action) && !candidate.offered())
                .findFirst()
                .orElseThrow(() -> new AssertionError(action + " was not dropped: " + offered()));
    }

    /** The stage that dropped an action, and the row. */
    String refusal(String action) {
        Candidate dropped = dropped(action);
        Candidate.Why why = dropped.why();
        return dropped.stage().code() + " " + (why == null ? "" : why.rule());
    }
}
