package org.filorosso.api.store;

import java.time.ZoneOffset;
import java.util.List;

/** Messages that wait in the database to be delivered. */
final class OutboxTable implements Outbox {
    private final Database database;
    private final DatabaseClock clock;
    private final boolean wanted;

    /** @param wanted whether somebody delivers them */
    OutboxTable(Database database, DatabaseClock clock, boolean wanted) {
        this.database = database;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Override
    public void append(List<Message> messages) {
        if (wanted && !messages.isEmpty()) {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            database.batches()
                    .batchUpdate(
                            "insert into outbox (id, kind, body, at) values (?, ?, ?, ?)",
                            messages.stream()
                                    .map(message -> new Object[] {message.id(), message.kind(), message.body(), now})
                                    .toList());
        }
    }

    @Override
    public boolean wanted() {
        return wanted;
    }
}
