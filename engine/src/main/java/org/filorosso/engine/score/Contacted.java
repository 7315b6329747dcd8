package org.filorosso.engine.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a customer: an interaction in which something was presented, sent or answered. A decision for an outbound channel
 * of which nothing was reported counts as sent, as it does for decisions.
 *
 * @param at of the first thing shown
 * @param decided null when the decision is not in the log
 * @param shown each action once, first shown first
 */
public record Contacted(
        String interactionId,
        Instant at,
        String channel,
        Direction direction,
        @Nullable Decided decided,
        List<Shown> shown) {

    private static final Set<Outcome> SHOWN = EnumSet.of(Outcome.SENT, Outcome.PRESENTED);
    private static final Set<Outcome> ANSWERED =
            EnumSet.of(Outcome.CLICKED, Outcome.ACCEPTED, Outcome.REJECTED, Outcome.LATER, Outcome.IGNORED);

    /**
     * An action shown.
     *
     * @param propensity P of the decision; NaN when it is not in the log
     */
    public record Shown(String action, @Nullable BigDecimal price, double propensity) {}

    /** The contacts of a subject, oldest first. */
    public static List<Contacted> of(SubjectLog log) {
        Map<String, Decided> decisions = log.byInteraction();
        Map<String, Contacted> contacts = new LinkedHashMap<>();
        Set<String> reported = new HashSet<>();
        for (Interaction row : log.responses()) {
            reported.add(row.id());
            if (shows(row, decisions.get(row.id()))) {
                contacts.computeIfAbsent(row.id(), id -> begun(row, decisions.get(id)))
                        .show(row);
            }
        }
        for (Decided decided : log.decisions()) {
            if (decided.direction() == Direction.OUTBOUND
                    && !decided.results().isEmpty()
                    && !reported.contains(decided.interactionId())) {
                contacts.put(decided.interactionId(), unreported(decided));
            }
        }
        return contacts.values().stream()
                .sorted(Comparator.comparing(Contacted::at).thenComparing(Contacted::interactionId))
                .toList();
    }

    /** What was answered was shown, unless the customer took it though it was not proposed. */
    private static boolean shows(Interaction row, @Nullable Decided decided) {
        return SHOWN.contains(row.outcome())
                || (ANSWERED.contains(row.outcome()) && (decided == null || offered(decided, row.action()) != null));
    }

    private static Contacted begun(Interaction row, @Nullable Decided decided) {
        return new Contacted(row.id(), row.at(), row.channel(), row.direction(), decided, new ArrayList<>());
    }

    private static Contacted unreported(Decided decided) {
        Contacted contact = new Contacted(
                decided.interactionId(),
                decided.at(),
                decided.channel(),
                decided.direction(),
                decided,
                new ArrayList<>());
        decided.results().forEach(one -> contact.shown.add(new Shown(one.action(), one.price(), one.propensity())));
        return contact;
    }

    private void show(Interaction row) {
        if (shown.stream().anyMatch(one -> one.action().equals(row.action()))) {
            return;
        }
        Decided.Offered offered = decided == null ? null : offered(decided, row.action());
        BigDecimal price = row.details().price();
        BigDecimal quoted = price == null && offered != null ? offered.price() : price;
        shown.add(new Shown(row.action(), quoted, offered == null ? Double.NaN : offered.propensity()));
    }

    private static Decided.@Nullable Offered offered(Decided decided, String action) {
        return decided.results().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElse(null);
    }
}
