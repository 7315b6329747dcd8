package org.filorosso.engine.playbook.io;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.feel.Vocabulary;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** What rules may ask the past for: the outcomes, targets, events, fields and cases of one playbook. */
final class PastTerms implements Vocabulary {
    private final Set<String> paths;
    private final Map<String, EventType> events = new HashMap<>();
    private final Set<String> cases = new TreeSet<>();
    private final Span history;
    private final ZonedDateTime now;

    PastTerms(Set<String> paths, List<EventType> events, Span history, ZonedDateTime now) {
        this.paths = paths;
        this.history = history;
        this.now = now;
        for (EventType event : events) {
            this.events.put(event.name(), event);
            if (event.openCase() != null && event.effect() == EventType.Effect.OPENS) {
                cases.add(event.openCase());
            }
        }
    }

    @Override
    public void check(HistoryCall call) throws FeelException {
        for (String outcome : Entry.split(call.outcome() == null ? "" : call.outcome())) {
            check("outcome", Outcome.of(outcome) == null ? outcome : null, Words.OUTCOMES.keySet());
        }
        check("action with the path", unknown(call.target(), paths), paths);
        check("event", unknown(call.event(), events.keySet()), events.keySet());
        check("case that an event opens, named", unknown(call.openCase(), cases), cases);
        checkField(call);
        Span within = call.within();
        if (within != null && within.longerThan(history, now)) {
            throw new FeelException(
                    "the window " + within + " is longer than the " + history + " that rules may look back",
                    "Maybe a longer \"history\" in playbook.yaml",
                    0);
        }
    }

    private void checkField(HistoryCall call) throws FeelException {
        EventType event = events.get(call.event());
        String field = call.field();
        if (event == null || field == null) {
            return;
        }
        check(
                "field of " + event.name(),
                unknown(field, event.fields().keySet()),
                event.fields().keySet());
        EventType.Field found = event.fields().get(field);
        if (call.function() == HistoryCall.Function.TOTAL_EVENT
                && found != null
                && !found.type().equals(Type.NUMBER)) {
            throw new FeelException(
                    "the field \"" + field + "\" is " + found.type() + ", and only numbers have a total", null, 0);
        }
    }

    private static @Nullable String unknown(@Nullable String name, Collection<String> known) {
        return name == null || known.contains(name) ? null : name;
    }

    private static void check(String what, @Nullable String unknown, Collection<String> known) throws FeelException {
        if (unknown != null) {
            String hint = Nearest.maybe(unknown, known);
            throw new FeelException("there is no " + what + " \"" + Characters.visible(unknown, 60) + "\"", hint, 0);
        }
    }

    @Override
    public Type typeOf(HistoryCall call) {
        EventType.Field field = field(call);
        return field == null ? Type.ANY : field.type();
    }

    private EventType.@Nullable Field field(HistoryCall call) {
        EventType event = events.get(call.event());
        String field = call.field();
        return event == null || field == null ? null : event.fields().get(field);
    }

    @Override
    public Set<String> valuesOf(HistoryCall call) {
        if (call.function() == HistoryCall.Function.LAST_OUTCOME) {
            return Words.OUTCOMES.keySet();
        }
        EventType.Field field = field(call);
        return field == null ? Set.of() : field.values();
    }
}
