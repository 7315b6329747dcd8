package org.filorosso.api.response;

import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.subject.HistoryPages;

/** All that a response is written to. */
record ResponseStores(
        SubjectLocks locks,
        ResponseKeyStore keys,
        InteractionStore interactions,
        QuoteStore quotes,
        CounterStore counters,
        LearntStore learnt,
        HistoryPages pages,
        Outbox outbox) {

    static ResponseStores of(Database database, Outbox outbox) {
        return new ResponseStores(
                new SubjectLocks(database),
                new ResponseKeyStore(database),
                new InteractionStore(database),
                new QuoteStore(database),
                new CounterStore(database),
                new LearntStore(database),
                new HistoryPages(database),
                outbox);
    }
}
