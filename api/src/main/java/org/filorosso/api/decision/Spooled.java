package org.filorosso.api.decision;

import java.util.List;
import org.filorosso.api.store.Outbox;
import org.jspecify.annotations.Nullable;

/** What a decision writes, while it waits on disk for the database: one line of JSON. */
record Spooled(
        DecisionRow row,
        @Nullable RequestKey key,
        @Nullable String newStage,
        List<Charges.Charge> charges,
        Outbox.@Nullable Message message) {

    static Spooled of(DecisionWrite write) {
        return new Spooled(write.row(), write.key(), write.newStage(), write.charges(), write.message());
    }
}
