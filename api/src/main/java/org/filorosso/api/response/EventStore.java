package org.filorosso.api.response;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.store.Database;

/** The rows of events. Append-only. */
final class EventStore {
    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    /** The subjects whose aliases these are, by alias. */
    Map<String, String> subjects(Collection<String> aliases) {
        Map<String, String> subjects = new HashMap<>();
        database.sql()
                .sql("select alias, subject_id from subject_alias where alias = any(?)")
                .params(new Object[] {aliases.toArray(String[]::new)})
                .query(row -> {
                    subjects.put(row.getString(1), row.getString(2));
                });
        return subjects;
    }

    /**
     * Claims keys; waits for another transaction that is claiming one of them.
     *
     * @param events in their natural order, each once
     * @return names of the events that are new
     */
    Set<String> claim(List<Happening> events, Instant now) {
        int[] counts = database.batches()
                .batchUpdate(
                        "insert into event_key (subject_id, event, event_key, body_digest, at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        events.stream()
                                .map(event -> new Object[] {
                                    event.subject(), event.event(), event.identity(), event.digest(), Times.sql(now)
                                })
                                .toList());
        Set<String> claimed = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                claimed.add(events.get(i).name());
            }
        }
        return claimed;
    }

    /** What was said when an event was first recorded. */
    String digest(Happening event) {
        return database.sql()
                .sql("select body_digest from event_key where subject_id = ? and event = ? and event_key = ?")
                .params(event.subject(), event.event(), event.identity())
                .query(String.class)
                .single();
    }

    void add(List<Happening> events, Instant now) {
        database.batches()
                .batchUpdate(
                        "insert into event (at, recorded_at, subject_id, event, event_key, fields)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        events.stream()
                                .map(event -> new Object[] {
                                    Times.sql(event.at()),
                                    Times.sql(now),
                                    event.subject(),
                                    event.event(),
                                    event.storedKey(),
                                    event.fields().toString()
                                })
                                .toList());
    }
}
