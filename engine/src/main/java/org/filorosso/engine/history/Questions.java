package org.filorosso.engine.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.TargetPath;
import org.jspecify.annotations.Nullable;

/** Answers what the rules of one playbook ask of a history. Immutable; made once per playbook. */
public final class Questions {

    private static final BigDecimal MILLIS_PER_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    private final Map<HistoryCall, Scope> scopes = new HashMap<>();
    private final Map<String, EventType> types = new HashMap<>();

    public Questions(Playbook playbook) {
        playbook.tables().events().forEach(type -> types.put(type.name(), type));
        for (int slot = 0; slot < playbook.names().size(); slot++) {
            if (playbook.names().slot(slot) instanceof Slot.Counted counted) {
                scopes.put(counted.call(), scope(playbook, counted.call()));
            }
        }
    }

    /** What a call looks at. */
    private record Scope(Set<Outcome> outcomes, TargetPath.@Nullable Members target) {

        boolean holds(Contact contact) {
            return (outcomes.isEmpty() || outcomes.contains(contact.outcome()))
                    && (target == null || target.has(contact.action()));
        }
    }

    private static Scope scope(Playbook playbook, HistoryCall call) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        String written = call.outcome();
        if (written != null) {
            Arrays.stream(written.split("\\|"))
                    .map(one -> Outcome.of(one.strip()))
                    .forEach(outcome -> {
                        if (outcome != null) {
                            outcomes.add(outcome);
                        }
                    });
        }
        String path = call.target();
        return new Scope(outcomes, path == null ? null : TargetPath.members(playbook.catalogue(), path));
    }

    /**
     * The answer to one call.
     *
     * @return a number for counts, sums and days; a text, a field's value or a boolean; null when nothing such ever
     *     happened and the call asks since when or which
     */
    public @Nullable Object answer(HistoryCall call, HistoryView view) {
        return switch (call.function()) {
            case TIMES -> number(times(call, view));
            case DAYS_SINCE -> daysSince(latest(call, view), view);
            case LAST_OUTCOME ->
                of(last(call, view), contact -> contact.outcome().code());
            case LAST_CHANNEL -> of(last(call, view), contact -> contact.row().channel());
            case LAST_REASON ->
                of(last(call, view), contact -> contact.row().details().reason());
            case TOTAL_VALUE -> totalValue(call, view);
            case EVENTS -> number(eventsOf(call, view).size());
            case DAYS_SINCE_EVENT -> daysSince(newest(eventsOf(call, view)), view);
            case LAST_EVENT -> lastField(call, view);
            case TOTAL_EVENT -> totalField(call, view);
            case CASE_OPEN -> open(call, view);
        };
    }

    private static @Nullable Object of(@Nullable Contact contact, Function<Contact, @Nullable Object> part) {
        return contact == null ? null : part.apply(contact);
    }

    private long times(HistoryCall call, HistoryView view) {
        Scope scope = scopeOf(call);
        Instant since = since(call.within(), view);
        Set<String> counted = new HashSet<>();
        for (Contact contact : view.contacts(call.household())) {
            if (contact.at().isAfter(since) && scope.holds(contact)) {
                counted.add(contact.row().id() + '\n' + contact.row().action() + '\n' + contact.outcome());
            }
        }
        return counted.size();
    }

    private Scope scopeOf(HistoryCall call) {
        Scope scope = scopes.get(call);
        if (scope == null) {
            throw new IllegalArgumentException("The call (" + call + ") is not one of this playbook's");
        }
        return scope;
    }

    private static Instant since(@Nullable Span within, HistoryView view) {
        return within == null ? Instant.MIN : view.since(within);
    }

    private @Nullable Instant latest(HistoryCall call, HistoryView view) {
        Contact last = last(call, view);
        return last == null ? null : last.at();
    }

    private @Nullable Contact last(HistoryCall call, HistoryView view) {
        Scope scope = scopeOf(call);
        Contact newest = null;
        for (Contact contact : view.contacts(call.household())) {
            if (scope.holds(contact) && (newest == null || !contact.at().isBefore(newest.at()))) {
                newest = contact;
            }
        }
        return newest;
    }

    private BigDecimal totalValue(HistoryCall call, HistoryView view) {
        Scope scope = scopeOf(call);
        Instant since = since(call.within(), view);
        BigDecimal total = BigDecimal.ZERO;
        for (Contact contact : view.contacts(call.household())) {
            BigDecimal value = contact.row().details().value();
            if (value != null && contact.at().isAfter(since) && scope.holds(contact)) {
                total = total.add(value);
            }
        }
        return total.stripTrailingZeros();
    }

    private static List<Event> eventsOf(HistoryCall call, HistoryView view) {
        Instant since = since(call.within(), view);
        return view.events(call.household()).stream()
                .filter(event ->
                        event.event().equals(call.event()) && event.at().isAfter(since))
                .toList();
    }

    private static @Nullable Instant newest(List<Event> events) {
        Event newest = newestEvent(events);
        return newest == null ? null : newest.at();
    }

    private static @Nullable Event newestEvent(List<Event> events) {
        Event newest = null;
        for (Event event : events) {
            if (newest == null || !event.at().isBefore(newest.at())) {
                newest = event;
            }
        }
        return newest;
    }

    private static @Nullable Object lastField(HistoryCall call, HistoryView view) {
        Event newest = newestEvent(eventsOf(call, view));
        String field = call.field();
        return newest == null || field == null ? null : newest.field(field);
    }

    private static BigDecimal totalField(HistoryCall call, HistoryView view) {
        BigDecimal total = BigDecimal.ZERO;
        String field = call.field();
        for (Event event : eventsOf(call, view)) {
            if (field != null && event.field(field) instanceof BigDecimal amount) {
                total = total.add(amount);
            }
        }
        return total.stripTrailingZeros();
    }

    /** A case is open while some opening event has no later closing event with the same key. */
    private boolean open(HistoryCall call, HistoryView view) {
        Set<String> open = new HashSet<>();
        for (Event event : view.events(call.household()).stream()
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .toList()) {
            EventType type = types.get(event.event());
            if (type == null
                    || type.effect() == null
                    || !String.valueOf(type.openCase()).equals(call.openCase())) {
                continue;
            }
            if (type.effect() == EventType.Effect.OPENS) {
                open.add(event.key());
            } else {
                open.remove(event.key());
            }
        }
        return !open.isEmpty();
    }

    private static BigDecimal number(long count) {
        return BigDecimal.valueOf(count).stripTrailingZeros();
    }

    /** Elapsed hours / 24, exact to the millisecond; null when never. */
    static @Nullable BigDecimal daysSince(@Nullable Instant at, HistoryView view) {
        if (at == null) {
            return null;
        }
        long millis = Duration.between(at, view.now().toInstant()).toMillis();
        return BigDecimal.valueOf(millis)
                .divide(MILLIS_PER_DAY, java.math.MathContext.DECIMAL64)
                .stripTrailingZeros();
    }
}
