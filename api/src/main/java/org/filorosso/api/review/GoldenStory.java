package org.filorosso.api.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/**
 * A past decision as a story of {@code tests/*.yaml}, without the person: ids, keys and personal values are replaced,
 * texts of events whose values are not declared are left out. What depends on the id's hash is stated instead (the arm,
 * the variants); what the format cannot say (what was learnt) is told by {@link #lost()}.
 */
final class GoldenStory {
    static final String NOBODY = "somebody";
    private static final String PERSONAL = "somebody's";

    private final Playbook playbook;
    private final Decided decided;
    private final GoldenYaml yaml;
    private final ZoneId zone;
    private final Map<String, Attribute> dictionary = new HashMap<>();
    private final Map<String, String> replaced = new HashMap<>();

    GoldenStory(Playbook playbook, Decided decided) {
        this.playbook = playbook;
        this.decided = decided;
        this.zone = playbook.settings().zone();
        this.yaml = new GoldenYaml(playbook.settings().locale());
        playbook.tables().attributes().forEach(attribute -> dictionary.put(attribute.name(), attribute));
    }

    /** What the story cannot say of the decision; empty when it says all. */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        if (decided.state().counts() != BetaCounts.NONE) {
            lost.add("what was learnt by then");
        }
        if (!decided.state().stops().isEmpty()) {
            lost.add("the stops of then");
        }
        if (!decided.state().consentKnown()) {
            lost.add("that consents could not be read");
        }
        long others = Stream.of(decided.subject().past(), decided.subject().householdPast())
                .flatMap(past -> past.interactions().stream())
                .filter(row -> !isAction(row.action()) || !isChannel(row.channel()))
                .count();
        if (others > 0) {
            lost.add(others + " contacts about actions of other playbooks");
        }
        return lost;
    }

    /** The story up to what is expected, each line indented but the first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Subject subject = decided.subject();
        String at = yaml.of(after(decided.request().at()));
        lines.add("- name: " + yaml.of("Somebody on " + decided.request().channel() + " at " + at));
        lines.add("  at: " + at);
        lines.add("  customer: " + yaml.of(customer(subject)));
        add(lines, "language", subject.language() == null ? List.of() : subject.language());
        add(lines, "household", subject.household() == null ? List.of() : "household");
        lines.add("  arm: " + yaml.of(decided.decision().arm()));
        add(lines, "variant", variants());
        add(lines, "consents", consents(subject));
        add(lines, "lists", known(subject.lists().stream().sorted(), this::isList));
        add(lines, "preferred channels", known(subject.preferredChannels().stream(), this::isChannel));
        worth(lines, subject);
        add(
                lines,
                "days in stage",
                decided.state().daysInStage() == null
                        ? List.of()
                        : number(decided.state().daysInStage()));
        lines.add("  context: " + yaml.of(context()));
        past(lines, "history", subject.past().interactions());
        past(lines, "household history", subject.householdPast().interactions());
        events(lines, subject.past());
        add(lines, "counters", counters());
        quotes(lines);
        return lines;
    }

    private void add(List<String> lines, String key, Object value) {
        boolean empty =
                value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof List<?> list && list.isEmpty();
        if (!empty) {
            lines.add("  " + key + ": " + yaml.of(value));
        }
    }

    private Map<String, Object> customer(Subject subject) {
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("id", NOBODY);
        subject.attributes().forEach((name, dated) -> {
            Attribute attribute = dictionary.get(name);
            if (attribute != null && attribute.source() == Attribute.Source.CUSTOMER) {
                Object value = shown(attribute, dated.value());
                Instant asOf = attribute.maxAge() == null ? null : dated.asOf();
                customer.put(name, asOf == null ? value : dated(value, asOf));
            }
        });
        return customer;
    }

    private Map<String, Object> dated(Object value, Instant at) {
        Map<String, Object> dated = new LinkedHashMap<>();
        dated.put("value", value);
        dated.put("as of", before(at));
        return dated;
    }

    private static Object shown(Attribute attribute, Object value) {
        return attribute.pii() && attribute.values().isEmpty() ? coarse(value) : value;
    }

    /** What is personal still decides: numbers and dates stay near what they were, texts become one and the same. */
    private static Object coarse(Object value) {
        if (value instanceof BigDecimal number) {
            return number.setScale(-1, RoundingMode.HALF_UP).setScale(0, RoundingMode.UNNECESSARY);
        }
        if (value instanceof LocalDate date) {
            return date.withDayOfYear(1);
        }
        if (value instanceof ZonedDateTime time) {
            return time.withDayOfYear(1);
        }
        if (value instanceof List<?> items) {
            return items.isEmpty() ? items : List.of(PERSONAL);
        }
        return value instanceof Boolean ? value : PERSONAL;
    }

    private Map<String, String> variants() {
        return new TreeMap<>(decided.decision().variants());
    }

    private static List<String> consents(Subject subject) {
        return subject.consents().entrySet().stream()
                .map(consent -> (consent.getValue().granted() ? "" : "-") + consent.getKey())
                .sorted()
                .toList();
    }

    private static List<String> known(Stream<String> names, Predicate<String> known) {
        return names.filter(known).toList();
    }

    private boolean isList(String name) {
        return playbook.tables().lists().stream().anyMatch(list -> list.name().equals(name));
    }

    private boolean isChannel(String name) {
        return playbook.tables().channels().stream()
                .anyMatch(channel -> channel.name().equals(name));
    }

    private boolean isAction(String name) {
        return playbook.catalogue().find(name) != null;
    }

    private void worth(List<String> lines, Subject subject) {
        Subject.Worth worth = subject.worth();
        if (worth != null) {
            add(lines, "rfm", worth.rfm() == null ? List.of() : worth.rfm());
            add(lines, "customer value", worth.value() == null ? List.of() : number(worth.value()));
        }
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }

    private Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("channel", decided.request().channel());
        context.put("direction", decided.request().direction().code());
        List<String> placements = decided.request().placements().stream()
                .map(Channel.Placement::name)
                .toList();
        if (!placements.isEmpty()) {
            context.put("placements", placements);
        }
        decided.request().contexts().forEach((name, value) -> {
            Attribute attribute = dictionary.get(name);
            if (attribute != null) {
                context.put(name, shown(attribute, value));
            }
        });
        return context;
    }

    private void past(List<String> lines, String key, List<Interaction> rows) {
        List<Interaction> known = rows.stream()
                .filter(row -> isAction(row.action()) && isChannel(row.channel()))
                .toList();
        if (!known.isEmpty()) {
            lines.add("  " + key + ":");
            known.forEach(row -> lines.add("    - " + yaml.of(row(row))));
        }
    }

    private Map<String, Object> row(Interaction row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("at", before(row.at()));
        keys.put("interaction", replace("interaction", row.id()));
        keys.put("action", row.action());
        keys.put("outcome", row.outcome().code());
        keys.put("channel", row.channel());
        keys.put("direction", row.direction().code());
        put(keys, "value", row.details().value());
        put(keys, "price", row.details().price());
        String reason = row.details().reason();
        put(keys, "reason", reason != null && playbook.settings().reasons().contains(reason) ? reason : null);
        Instant resume = row.details().resumeAt();
        put(keys, "resume at", resume == null ? null : before(resume));
        return keys;
    }

    private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value);
        }
    }

    private void events(List<String> lines, History past) {
        Map<String, EventType> types = new HashMap<>();
        playbook.tables().events().forEach(type -> types.put(type.name(), type));
        List<String> told = new ArrayList<>();
        for (Event event : past.events()) {
            EventType type = types.get(event.event());
            if (type != null) {
                told.add("    - " + yaml.of(event(event, type)));
            }
        }
        if (!told.isEmpty()) {
            lines.add("  events:");
            lines.addAll(told);
        }
    }

    private Map<String, Object> event(Event event, EventType type) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("at", before(event.at()));
        keys.put("event", event.event());
        if (!event.key().isEmpty()) {
            keys.put("key", replace("key", event.key()));
        }
        event.fields().forEach((name, value) -> {
            EventType.Field field = type.fields().get(name);
            // a text that may say anything may say who it is
            if (field != null && !(value instanceof String && field.values().isEmpty())) {
                keys.put(name, value);
            }
        });
        return keys;
    }

    private String replace(String kind, String id) {
        return replaced.computeIfAbsent(kind + ' ' + id, unseen -> kind + "-" + (replaced.size() + 1));
    }

    /** What was used up of what the decision may have asked for. */
    private Map<String, Object> counters() {
        State.Counters used = decided.state().counters();
        Map<String, Object> counters = new LinkedHashMap<>();
        playbook.catalogue().actions().forEach(action -> {
            Map<String, Object> counts = new LinkedHashMap<>();
            positive(counts, "today", action.limits().maxPerDay() == null ? 0 : used.today(action.name()));
            positive(counts, "total", action.limits().maxTotal() == null ? 0 : used.total(action.name()));
            putAll(counters, action.name(), counts);
        });
        playbook.tables().channels().forEach(channel -> {
            Map<String, Object> counts = new LinkedHashMap<>();
            positive(counts, "contacts today", used.contactsToday(channel.name()));
            putAll(counters, channel.name(), counts);
        });
        playbook.tables().budgets().forEach(budget -> {
            BigDecimal spent = used.spent(budget.id());
            putAll(counters, budget.id(), spent.signum() > 0 ? Map.of("spent", spent) : Map.of());
        });
        return counters;
    }

    private static void positive(Map<String, Object> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }

    private static void putAll(Map<String, Object> counters, String name, Map<String, Object> counts) {
        if (!counts.isEmpty()) {
            counters.put(name, counts);
        }
    }

    private void quotes(List<String> lines) {
        List<State.Quote> known = decided.state().quotes().stream()
                .filter(quote -> isAction(quote.action()) && isChannel(quote.channel()))
                .toList();
        if (!known.isEmpty()) {
            lines.add("  quotes:");
            known.forEach(quote -> lines.add("    - " + yaml.of(quote(quote))));
        }
    }

    private Map<String, Object> quote(State.Quote quote) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("action", quote.action());
        keys.put("price", quote.price());
        keys.put("channel", quote.channel());
        keys.put("at", before(quote.at()));
        keys.put("until", before(quote.until()));
        return keys;
    }

    /** What must come out, by a decision for this very story. */
    List<String> expected(Decision decision) {
        List<String> lines = new ArrayList<>();
        lines.add("  expect:");
        lines.add("    stage: " + yaml.of(decision.stage()));
        List<String> results =
                decision.results().stream().map(Decision.Result::action).toList();
        lines.add(results.isEmpty() ? "    no action: true" : "    results: " + yaml.of(results));
        return lines;
    }

    // whole seconds are all the format has; what was before the decision stays before it
    private ZonedDateTime before(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    }

    private ZonedDateTime after(Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return (second.equals(at) ? second : second.plusSeconds(1)).atZone(zone);
    }
}
