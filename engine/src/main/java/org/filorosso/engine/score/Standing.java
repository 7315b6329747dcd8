package org.filorosso.engine.score;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;

/** What stands between us and a customer at one moment: what he has, what he refused, what is open, what we owe. */
final class Standing {
    private static final Duration RESPECTED = Duration.ofDays(7);

    private final Playbook playbook;
    private final ZoneId zone;
    private final Map<String, Instant> owned;
    private final Map<String, Instant> rejected = new HashMap<>();
    private final Map<String, Instant> promised = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Map<String, Set<String>> cases = new HashMap<>();
    private final Map<String, EventType> types = new HashMap<>();

    Standing(Playbook playbook, Known known) {
        this.playbook = playbook;
        this.zone = playbook.settings().zone();
        this.owned = new HashMap<>(known.products());
        playbook.tables().events().forEach(type -> types.put(type.name(), type));
    }

    /** What a response changes. */
    void note(Interaction row) {
        Action action = playbook.catalogue().find(row.action());
        switch (row.outcome()) {
            case ACCEPTED -> accepted(row, action);
            case REJECTED -> rejected.put(row.action(), row.at());
            case FAILED -> {
                promised.remove(row.action());
                failed.add(row.action());
            }
            case FULFILLED -> settle(row.action());
            case REVERSED -> {
                settle(row.action());
                if (action != null && action.product() != null) {
                    owned.remove(action.product());
                }
            }
            default -> {}
        }
    }

    private void accepted(Interaction row, @org.jspecify.annotations.Nullable Action action) {
        failed.remove(row.action());
        if (action == null) {
            return;
        }
        if (action.product() != null) {
            owned.putIfAbsent(action.product(), row.at());
        }
        Span due = action.limits().due();
        if (due != null) {
            promised.put(row.action(), due.after(row.at().atZone(zone)).toInstant());
        }
    }

    private void settle(String action) {
        promised.remove(action);
        failed.remove(action);
    }

    /** What an event opens or closes. */
    void note(Event event) {
        EventType type = types.get(event.event());
        if (type == null || type.effect() == null) {
            return;
        }
        Set<String> keys = cases.computeIfAbsent(String.valueOf(type.openCase()), unseen -> new HashSet<>());
        if (type.effect() == EventType.Effect.OPENS) {
            keys.add(event.key());
        } else {
            keys.remove(event.key());
        }
    }

    boolean caseOpen() {
        return cases.values().stream().anyMatch(keys -> !keys.isEmpty());
    }

    /** Whether a promise was reported failed, or is past its due time. */
    boolean promiseBroken(Instant now) {
        return !failed.isEmpty() || promised.values().stream().anyMatch(due -> !due.isAfter(now));
    }

    boolean owns(String product, Instant now) {
        Instant since = owned.get(product);
        return since != null && !since.isAfter(now);
    }

    boolean rejectedOfLate(String action, Instant now) {
        Instant at = rejected.get(action);
        return at != null && now.isBefore(at.plus(RESPECTED));
    }
}
