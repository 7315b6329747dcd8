package org.filorosso.api.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;

/** What one batch of reads found, by subject; several subjects of a household share it. Not changed once it is read. */
final class StoredRows {
    private static final Comparator<Interaction> BY_TIME =
            Comparator.comparing(Interaction::at).thenComparing(row -> row.outcome() == Outcome.DECIDED ? 0 : 1);

    final Map<String, String> aliases = new HashMap<>();
    final Map<String, ProfileRow> profiles = new HashMap<>();
    final Map<String, List<String>> members = new HashMap<>();
    final Map<String, List<Interaction>> interactions = new HashMap<>();
    final Map<String, List<EventRow>> events = new HashMap<>();
    final Map<String, List<QuoteRow>> quotes = new HashMap<>();
    final Map<String, List<String>> lists = new HashMap<>();
    final Map<String, List<StageRow>> stages = new HashMap<>();

    /** An event whose fields nobody has looked at yet. */
    record EventRow(Instant at, String event, String key, String fields) {}

    /** Terms presented, under one playbook. */
    record QuoteRow(String playbook, State.Quote quote) {}

    /** The stage last seen, under one playbook. */
    record StageRow(String playbook, String stage, Instant since) {}

    static <T> void add(Map<String, List<T>> to, String key, T row) {
        to.computeIfAbsent(key, unseen -> new ArrayList<>()).add(row);
    }

    static <T> List<T> of(Map<String, List<T>> rows, String key) {
        return rows.getOrDefault(key, List.of());
    }

    /** By time; of one time decisions come before outcomes, and the rest as it was written. */
    void sort() {
        interactions.values().forEach(rows -> rows.sort(BY_TIME));
        events.values().forEach(rows -> rows.sort(Comparator.comparing(EventRow::at)));
    }
}
