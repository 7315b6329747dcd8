package org.filorosso.api.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.response.GivenEvents.Given;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a caller posts into events that may be recorded, or tells everything that is wrong with it. */
final class EventChecks {
    static final int MOST = 1_000;

    private static final int LONGEST_KEY = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LivePlaybooks playbooks;

    EventChecks(LivePlaybooks playbooks) {
        this.playbooks = playbooks;
    }

    /**
     * The events, in their order; their subjects are still as given.
     *
     * @throws Refusal with every fault
     */
    List<Happening> check(GivenEvents posted, Instant now) {
        Faults faults = new Faults();
        List<@Nullable Given> all = posted.events() == null ? List.of() : posted.events();
        if (all.isEmpty() || all.size() > MOST) {
            faults.add("/events", "must be 1 to " + MOST + " events", all.size(), "Maybe several calls.");
        }
        List<Happening> events = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST); i++) {
            Given given = all.get(i);
            if (given == null) {
                faults.add("/events/" + i, "is null", null, null);
                continue;
            }
            Happening event = event(given, "/events/" + i, now, faults);
            if (event != null) {
                events.add(event);
            }
        }
        reused(events, faults);
        faults.throwIfAny();
        return events;
    }

    private static void reused(List<Happening> events, Faults faults) {
        Map<String, String> digests = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Happening one = events.get(i);
            String first = digests.putIfAbsent(one.name(), one.digest());
            if (first != null && !first.equals(one.digest())) {
                faults.reused("/events/" + i + "/key", "is the key of another event of this call", one.identity());
            }
        }
    }

    private @Nullable Happening event(Given given, String place, Instant now, Faults faults) {
        int before = faults.found().size();
        String subject = faults.id(place + "/subjectId", given.subjectId());
        String key = faults.text(place + "/key", given.key(), LONGEST_KEY);
        Instant at = faults.past(place + "/at", given.at(), now);
        if (given.key() == null && given.at() == null) {
            faults.add(
                    place + "/key",
                    "and at are both missing, so that a repetition could not be told from a second event",
                    null,
                    "Maybe the number of the case or of the message.");
        }
        Map<String, JsonNode> fields = given.fields() == null ? Map.of() : given.fields();
        declared(given.event(), fields, place, faults);
        if (subject == null || given.event() == null || faults.found().size() > before) {
            return null;
        }
        ObjectNode kept = JSON.createObjectNode();
        new TreeMap<>(fields).forEach(kept::set);
        kept.removeNulls();
        return new Happening(subject, given.event(), key, Digests.of(given.event(), given.at(), kept), at, kept);
    }

    /** Fields as some live playbook declares them; what is wrong is told as the first that knows the event sees it. */
    private void declared(@Nullable String event, Map<String, JsonNode> fields, String place, Faults faults) {
        @Nullable Faults first = null;
        Set<String> declared = new LinkedHashSet<>();
        for (var live : playbooks.all()) {
            for (EventType type : live.playbook().tables().events()) {
                declared.add(type.name());
                if (type.name().equals(event)) {
                    Faults found = new Faults();
                    check(live.playbook(), type, fields, place, found);
                    if (found.none()) {
                        return;
                    }
                    first = first == null ? found : first;
                }
            }
        }
        if (first == null) {
            faults.oneOf(place + "/event", event == null ? "" : event, declared);
        } else {
            faults.addAll(first);
        }
    }

    private void check(Playbook playbook, EventType type, Map<String, JsonNode> fields, String place, Faults faults) {
        Values values = new Values(playbook.settings());
        fields.forEach((name, node) -> {
            String pointer = place + "/fields/" + Faults.escaped(name);
            EventType.Field field = type.fields().get(name);
            if (field == null) {
                faults.add(
                        pointer,
                        "is no field of the event " + type.name(),
                        name,
                        Faults.choices(name, type.fields().keySet()));
                return;
            }
            try {
                values.json().read(field.type(), field.values(), node);
            } catch (ValueException e) {
                faults.add(pointer, e.reason(), node.toString(), hint(e, type.name(), name));
            }
        });
    }

    /** What any live playbook allows there. */
    private @Nullable String hint(ValueException e, String event, String field) {
        List<String> allowed = playbooks.all().stream()
                .flatMap(live -> live.playbook().tables().events().stream())
                .filter(type -> type.name().equals(event) && type.fields().containsKey(field))
                .flatMap(type -> type.fields().get(field).values().stream())
                .distinct()
                .sorted()
                .toList();
        return allowed.isEmpty() ? e.hint() : Faults.choices("", allowed);
    }
}
