package org.filorosso.api.run;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Duration;
import java.time.ZoneOffset;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;

/**
 * Whose turn it is to work on runs: one node's, for as long as it says so again and again. A node that dies loses it after
 * a while; one that only paused notices before it writes anything more of a run.
 */
final class RunTurn {
    static final Duration LASTS = Duration.ofSeconds(20);
    static final String MINE = " and exists (select 1 from run_turn where run_turn.id = 1 and worker = ?)";

    private final Database database;
    private final DatabaseClock clock;
    private final String worker = UlidCreator.getUlid().toString();

    RunTurn(Database database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The name of this node, for statements that end with {@link #MINE}. */
    String worker() {
        return worker;
    }

    /** Takes or keeps the turn; false when it is another's. */
    boolean take() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.sql()
                        .sql("update run_turn set worker = ?, until = ? where id = 1 and (worker = ? or until < ?)")
                        .params(worker, now.plus(LASTS), worker, now)
                        .update()
                == 1;
    }

    /** Lets another node go on at once. */
    void leave() {
        database.sql()
                .sql("update run_turn set until = ? where id = 1 and worker = ?")
                .params(clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC), worker)
                .update();
    }
}
