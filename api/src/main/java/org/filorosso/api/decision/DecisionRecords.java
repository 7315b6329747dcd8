package org.filorosso.api.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.filorosso.api.playbook.LivePlaybooks;
import org.jspecify.annotations.Nullable;

/** The decisions that were stored. Safe to share between threads. */
public final class DecisionRecords {
    private static final int PAGE = 500;

    private final DecisionStore store;
    private final LivePlaybooks playbooks;
    private final SharedCounts counts;

    DecisionRecords(DecisionStore store, LivePlaybooks playbooks, SharedCounts counts) {
        this.store = store;
        this.playbooks = playbooks;
        this.counts = counts;
    }

    /**
     * A time range.
     *
     * @param from inclusive
     * @param to exclusive
     * @param playbook or null for all
     */
    public record Range(Instant from, Instant to, @Nullable String playbook) {
        String playbookOrAll() {
            return playbook == null ? "" : playbook;
        }
    }

    /**
     * The decision of an interaction.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot be read
     */
    public Optional<DecisionRecord> find(String interactionId) {
        return store.find(List.of(interactionId)).stream().findFirst().map(this::record);
    }

    /**
     * The last decisions of a playbook, latest first.
     *
     * @param most at least 1
     */
    public List<DecisionRecord> recent(String playbook, int most) {
        return store.recent(playbook, most).stream().map(this::record).toList();
    }

    /** Hands over the decisions of a time range, oldest first; memory does not grow with their number. */
    public void forEach(Range range, Consumer<DecisionRecord> each) {
        Instant after = range.from();
        String afterId = "";
        List<DecisionRow> page = store.page(range, after, afterId, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> each.accept(record(row)));
            DecisionRow last = page.get(page.size() - 1);
            page = page.size() < PAGE ? List.of() : store.page(range, last.at(), last.interactionId(), PAGE);
        }
    }

    DecisionRecord record(DecisionRow row) {
        return new DecisionRecord(row, playbooks, counts::kept);
    }
}
