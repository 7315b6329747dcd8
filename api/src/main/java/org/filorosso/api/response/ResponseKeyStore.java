package org.filorosso.api.response;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.store.Database;

/** The keys of responses: each stands for one effect. */
final class ResponseKeyStore {
    private final Database database;

    ResponseKeyStore(Database database) {
        this.database = database;
    }

    /** What stands under a key. */
    record Kept(String digest, Recorded.One answer) {}

    /**
     * Claims keys; waits for another transaction that is claiming one of them.
     *
     * @param responses in the order of their keys, each key once
     * @return the keys that were free
     */
    Set<String> claim(List<Response> responses, Instant now) {
        int[] counts = database.batches()
                .batchUpdate(
                        "insert into response_key (response_key, body_digest, interaction_id, action, outcome, granted,"
                                + " at) values (?, ?, ?, ?, ?, true, ?) on conflict do nothing",
                        responses.stream()
                                .map(response -> new Object[] {
                                    response.key(),
                                    response.digest(),
                                    response.proposal().interactionId(),
                                    response.proposal().action(),
                                    response.outcome().code(),
                                    Times.sql(now)
                                })
                                .toList());
        Set<String> claimed = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                claimed.add(responses.get(i).key());
            }
        }
        return claimed;
    }

    /** What stands under keys that were taken. */
    Map<String, Kept> read(Collection<String> keys) {
        Map<String, Kept> kept = new HashMap<>();
        if (!keys.isEmpty()) {
            database.sql()
                    .sql("select response_key, body_digest, interaction_id, action, outcome, granted from response_key"
                            + " where response_key = any(?)")
                    .params(new Object[] {keys.toArray(String[]::new)})
                    .query(row -> {
                        Recorded.One answer = new Recorded.One(
                                row.getString(1),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                true);
                        kept.put(row.getString(1), new Kept(row.getString(2), answer));
                    });
        }
        return kept;
    }

    /** Notes that these were not granted. */
    void refuse(List<String> keys) {
        if (!keys.isEmpty()) {
            database.sql()
                    .sql("update response_key set granted = false where response_key = any(?)")
                    .params(new Object[] {keys.toArray(String[]::new)})
                    .update();
        }
    }
}
