package org.filorosso.api.playbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.filorosso.api.store.Database;

/** Stops, those lifted among them: what was silenced when has to be known later. */
final class StopStore {
    private final Database database;

    StopStore(Database database) {
        this.database = database;
    }

    void add(OrderedStop stop) {
        database.sql()
                .sql("insert into stop (id, target, channel, until, reason, ordered_by, ordered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(stop.id())
                .param(stop.target())
                .param(stop.channel())
                .param(stop.until() == null ? null : RevisionStore.time(stop.until()))
                .param(stop.reason())
                .param(stop.orderedBy())
                .param(RevisionStore.time(stop.orderedAt()))
                .update();
    }

    /** Those neither lifted nor lapsed, in the order they were given. */
    List<OrderedStop> active(Instant now) {
        return database.sql()
                .sql("select id, target, channel, until, reason, ordered_by, ordered_at from stop"
                        + " where lifted_at is null and (until is null or until > ?) order by ordered_at, id")
                .param(RevisionStore.time(now))
                .query(StopStore::stop)
                .list();
    }

    /** Lifts a stop; false when there is none in force of that id. */
    boolean lift(String id, String by, Instant at) {
        return database.sql()
                        .sql("update stop set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null")
                        .params(by, RevisionStore.time(at), id)
                        .update()
                == 1;
    }

    private static OrderedStop stop(ResultSet row, int number) throws SQLException {
        return new OrderedStop(
                row.getString("id"),
                row.getString("target"),
                row.getString("channel"),
                RevisionStore.maybeAt(row, "until"),
                row.getString("reason"),
                row.getString("ordered_by"),
                RevisionStore.at(row, "ordered_at"));
    }
}
