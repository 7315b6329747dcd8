package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.filorosso.api.response.QuoteStore.Quote;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.api.store.Database;

/** Gives back the units of quotes that have lapsed. Any number of nodes may do so at once: each takes others. */
final class Lapses {
    private static final int MOST = 500;

    private final Database database;
    private final ResponseStores stores;

    Lapses(Database database, ResponseStores stores) {
        this.database = database;
        this.stores = stores;
    }

    /** What was given back, by counter; below 0. */
    Map<Key, BigDecimal> giveBack(Instant now) {
        return database.inTransaction(() -> {
            List<Quote> lapsed = stores.quotes().lapsed(now, MOST);
            TreeSet<Key> keys = new TreeSet<>();
            lapsed.forEach(quote -> quote.held().forEach(charge -> keys.add(charge.key())));
            Ledger ledger = new Ledger(stores.counters(), keys);
            Standing standing = new Standing(lapsed);
            standing.lapse(now, about -> true, ledger);
            Map<Key, BigDecimal> changes = ledger.write();
            standing.write(stores.quotes());
            return changes;
        });
    }
}
