package org.filorosso.api.subject;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.ConnectionCallback;

/**
 * The history of each subject once more, in one row, so that a decision reads one row instead of hundreds. The tables of
 * decisions, outcomes and events are the truth: a subject without a page is read from them, and his next entry makes
 * the page. So a page may be deleted at any time.
 *
 * <p>Whoever writes one of those rows appends it here in the same transaction, as the last thing that takes locks; pages
 * are taken in the order of ids.
 */
public final class HistoryPages {
    /** Of a history that is larger no page is kept. */
    static final int MOST_BYTES = 256 * 1024;

    private static final String TABLE = "history_page";

    /** A page without content stays without. */
    private static final String GROW =
            "update " + TABLE + " set entries = entries || cast(? as bytea), oldest = least(oldest, ?)"
                    + " where subject_id = ? and (entries is null or octet_length(entries) <= ?)";

    /** H2 splits a leaf of its tree at 16 KB. */
    private static final int LEAF_BYTES = 16 * 1024;

    private final Database database;
    private final byte[] room;

    /**
     * H2 splits a leaf only when a row is added, not when one grows: rows that begin small would all stand in one, which
     * is written anew, as large as they have become, for every entry of any of them. So there each begins large.
     */
    public HistoryPages(Database database) {
        this.database = database;
        this.room = database.dialect() == Dialect.H2 ? new byte[LEAF_BYTES] : new byte[0];
    }

    /** What is added to one page. */
    private record Addition(String subjectId, byte[] bytes, OffsetDateTime oldest) {

        static Addition of(String subjectId, List<HistoryEntry> entries) {
            Instant oldest = entries.stream()
                    .map(HistoryEntry::at)
                    .min(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            return new Addition(subjectId, HistoryForm.write(entries), oldest.atOffset(ZoneOffset.UTC));
        }

        Object[] parameters() {
            return new Object[] {bytes, oldest, subjectId, MOST_BYTES - bytes.length};
        }
    }

    /**
     * Adds entries whose rows the running transaction has written.
     *
     * @param entries of a subject in the order in which they were written
     */
    public void append(Collection<HistoryEntry> entries) {
        Map<String, List<HistoryEntry>> bySubject = new TreeMap<>();
        entries.forEach(entry -> bySubject
                .computeIfAbsent(entry.subjectId(), unseen -> new ArrayList<>())
                .add(entry));
        List<Addition> additions = new ArrayList<>();
        bySubject.forEach((subject, added) -> additions.add(Addition.of(subject, added)));
        if (additions.size() > 1 && roomFor(additions) == additions.size()) {
            growTogether(additions);
        } else {
            growInTurn(additions);
        }
    }

    /** Forgets the page of a subject whose rows were changed. */
    public void forget(Collection<String> subjectIds) {
        new TreeSet<>(subjectIds)
                .forEach(id -> database.sql()
                        .sql("delete from " + TABLE + " where subject_id = ?")
                        .param(id)
                        .update());
    }

    private int roomFor(List<Addition> additions) {
        return database.batches()
                .query(
                        connection -> SubjectStore.prepared(
                                connection,
                                "select count(*) from " + TABLE + " where subject_id = any(?)"
                                        + " and (entries is null or octet_length(entries) < " + MOST_BYTES / 2 + ")",
                                additions.stream().map(Addition::subjectId).toList()),
                        (row, number) -> row.getInt(1))
                .get(0);
    }

    private void growTogether(List<Addition> additions) {
        int[] changed = database.batches()
                .batchUpdate(GROW, additions.stream().map(Addition::parameters).toList());
        if (Arrays.stream(changed).anyMatch(count -> count == 0)) {
            throw new ConcurrencyFailureException("A page of a history was forgotten meanwhile");
        }
    }

    /** A page that is missing must be begun when its turn comes: to take it later would not be in order. */
    private void growInTurn(List<Addition> additions) {
        Set<String> begun = new TreeSet<>();
        for (Addition addition : additions) {
            if (grown(addition)) {
                continue;
            }
            if (begin(addition.subjectId())) {
                begun.add(addition.subjectId());
            } else if (!grown(addition)) {
                throw new ConcurrencyFailureException("A page of a history was begun and forgotten meanwhile");
            }
        }
        if (!begun.isEmpty()) {
            fill(begun);
        }
    }

    private boolean grown(Addition addition) {
        return database.batches().update(GROW, addition.parameters()) == 1;
    }

    /**
     * Takes the place of a page that is missing or full. Whoever else writes rows of the subject appends to this page,
     * and so waits until it is filled.
     *
     * @return false if somebody else has just done so
     */
    private boolean begin(String subjectId) {
        forget(List.of(subjectId));
        return database.sql()
                        .sql("insert into " + TABLE + " (subject_id, entries, oldest) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(subjectId, room, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Fills pages that this transaction holds from the rows, its own among them. */
    private void fill(Set<String> subjectIds) {
        Map<String, List<HistoryEntry>> bySubject = rows(subjectIds);
        List<Object[]> pages = new ArrayList<>();
        subjectIds.forEach(id -> {
            Addition page = Addition.of(id, bySubject.getOrDefault(id, List.of()));
            boolean small = page.bytes().length <= MOST_BYTES;
            pages.add(new @Nullable Object[] {small ? page.bytes() : null, page.oldest(), id});
        });
        database.batches().batchUpdate("update " + TABLE + " set entries = ?, oldest = ? where subject_id = ?", pages);
    }

    private Map<String, List<HistoryEntry>> rows(Set<String> subjectIds) {
        Map<String, List<HistoryEntry>> bySubject = new HashMap<>();
        database.batches().execute((ConnectionCallback<Boolean>) connection -> {
            new HistoryRows(connection, database.dialect())
                    .read(
                            subjectIds,
                            Instant.EPOCH,
                            entry -> bySubject
                                    .computeIfAbsent(entry.subjectId(), unseen -> new ArrayList<>())
                                    .add(entry));
            return true;
        });
        return bySubject;
    }
}
