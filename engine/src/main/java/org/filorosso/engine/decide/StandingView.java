package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Standing.Kind;
import org.filorosso.engine.decide.Standing.OpenThread;
import org.filorosso.engine.decide.Standing.Suppression;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Reads off a decision, before its first stage, where the customer stands. */
final class StandingView {
    private final Deciding deciding;

    private StandingView(Deciding deciding) {
        this.deciding = deciding;
    }

    /** @param deciding before the first stage */
    static Standing of(Deciding deciding) {
        StandingView view = new StandingView(deciding);
        return new Standing(
                deciding.assigned.arm(),
                deciding.assigned.stage(),
                view.segments(),
                view.value(),
                view.threads(),
                view.suppressions());
    }

    private List<String> segments() {
        return deciding.playbook().tables().segments().stream()
                .filter(row -> deciding.matches(row.row()))
                .map(SegmentRow::segment)
                .distinct()
                .toList();
    }

    private Standing.Value value() {
        Settings.CustomerValue settings = deciding.playbook().settings().value();
        CustomerWorth measured = settings == null ? null : CustomerWorth.of(settings, deciding.history);
        String rfm = CustomerWorth.rfm(deciding.subject, measured);
        BigDecimal value = CustomerWorth.value(deciding.subject, measured);
        return measured == null
                ? new Standing.Value(null, null, null, rfm, value, null)
                : new Standing.Value(
                        measured.recency(), measured.frequency(), measured.monetary(), rfm, value, measured.change());
    }

    private List<OpenThread> threads() {
        List<OpenThread> threads = new ArrayList<>();
        for (Continuity.Thread thread : deciding.continuity.threads()) {
            threads.add(thread.row() == null ? later(thread) : journey(thread));
        }
        Promises.all(deciding.playbook().catalogue(), deciding.history.own(), deciding.now)
                .forEach(promise -> threads.add(promise(promise)));
        threads.sort(Comparator.comparing(OpenThread::since));
        return List.copyOf(threads);
    }

    private OpenThread later(Continuity.Thread thread) {
        Map<Integer, Contact> open = deciding.continuity.openLaters();
        int action = open.keySet().stream()
                .filter(thread.concerns()::test)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A later must be about an action"));
        return thread(Kind.LATER, thread, null, path(deciding.action(action)));
    }

    private OpenThread journey(Continuity.Thread thread) {
        Journey journey = deciding.playbook().tables().journeys().stream()
                .filter(row -> row.row().equals(thread.row()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A thread must be of a journey"));
        return thread(Kind.JOURNEY, thread, journey, journey.target().path());
    }

    private OpenThread thread(Kind kind, Continuity.Thread thread, @Nullable Journey journey, String target) {
        return new OpenThread(
                kind,
                thread.rule(),
                journey == null ? "" : journey.journey(),
                thread.step(),
                target,
                thread.effect().name().toLowerCase(Locale.ROOT),
                thread.since(),
                thread.until(),
                deciding.continuity.reason(thread));
    }

    private OpenThread promise(Promises.Promise promise) {
        Instant due = promise.due() == null ? null : promise.due().toInstant();
        return new OpenThread(
                Kind.PROMISE,
                "due",
                "",
                0,
                path(deciding.action(promise.contact().action())),
                promise.broken() ? "broken" : "open",
                promise.contact().at(),
                due,
                "");
    }

    private static String path(Action action) {
        return action.issue() + "/" + action.group() + "/" + action.name();
    }

    private List<Suppression> suppressions() {
        List<Suppression> suppressions = new ArrayList<>();
        for (ContactPolicy row : deciding.playbook().tables().contactPolicy()) {
            if (deciding.matches(row.row())) {
                suppressions(row, suppressions);
            }
        }
        return List.copyOf(suppressions);
    }

    private void suppressions(ContactPolicy row, List<Suppression> into) {
        ContactCount count = new ContactCount(deciding, row);
        if (count.nothing()) {
            return;
        }
        Map<Integer, Suppression> byKey = new TreeMap<>();
        ActionSet held = row.target().actions().copy();
        held.removeAll(deciding.blueprint.service);
        held.forEach(action -> {
            int key = deciding.blueprint.groups.key(row.per(), action);
            Candidate.Limit limit = byKey.containsKey(key) ? null : count.limit(key);
            if (limit != null && !ContactPolicyStage.exempt(deciding, row, action)) {
                byKey.put(key, suppression(row, deciding.action(action), limit));
            }
        });
        into.addAll(byKey.values());
    }

    private Suppression suppression(ContactPolicy row, Action action, Candidate.Limit limit) {
        return new Suppression(
                row.row().id(),
                row.row().source(),
                deciding.text(row.row().reason()),
                held(row, action),
                row.channels().stream()
                        .sorted()
                        .map(index -> deciding.playbook()
                                .tables()
                                .channels()
                                .get(index)
                                .name())
                        .toList(),
                row.direction(),
                limit);
    }

    /** What a count holds back: no more than the row's target, no less than what the count is kept for. */
    private static String held(ContactPolicy row, Action action) {
        Target.Level level = row.target().level();
        return switch (row.per()) {
            case ACTION -> path(action);
            case GROUP -> level == Target.Level.ACTION ? row.target().path() : action.issue() + "/" + action.group();
            case ISSUE ->
                level == Target.Level.ALL || level == Target.Level.ISSUE
                        ? action.issue()
                        : row.target().path();
            case ALL -> row.target().path();
        };
    }
}
