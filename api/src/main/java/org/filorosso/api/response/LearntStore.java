package org.filorosso.api.response;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.filorosso.api.store.Database;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.DailyCounts;

/** What was presented and accepted, per day. */
final class LearntStore {
    private static final String UPDATE = "update learnt_day set presented = presented + ?, accepted = accepted + ?"
            + " where action = ? and channel = ? and stage = ? and on_day = ?";
    private static final String INSERT = "insert into learnt_day (action, channel, stage, on_day, presented, accepted)"
            + " values (?, ?, ?, ?, 0, 0) on conflict do nothing";

    private final Database database;

    LearntStore(Database database) {
        this.database = database;
    }

    /** What is counted on a day. */
    record Cell(BetaCounts.Key key, LocalDate day) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byAction = key.action().compareTo(other.key.action());
            int byChannel = byAction != 0 ? byAction : key.channel().compareTo(other.key.channel());
            int byStage = byChannel != 0 ? byChannel : key.stage().compareTo(other.key.stage());
            return byStage != 0 ? byStage : day.compareTo(other.day);
        }
    }

    /** Presentations and acceptances; below 0 for what is taken back. */
    record Count(long presented, long accepted) {

        Count plus(Count other) {
            return new Count(presented + other.presented, accepted + other.accepted);
        }

        boolean nothing() {
            return presented == 0 && accepted == 0;
        }
    }

    /** Adds to the running transaction, row by row in their order, so that no two transactions wait for each other. */
    void add(SortedMap<Cell, Count> changes) {
        changes.forEach((cell, change) -> {
            if (!change.nothing() && !update(cell, change)) {
                database.sql().sql(INSERT).params(values(cell)).update();
                update(cell, change);
            }
        });
    }

    private boolean update(Cell cell, Count change) {
        List<Object> values = new ArrayList<>(List.of(change.presented(), change.accepted()));
        values.addAll(values(cell));
        return database.sql().sql(UPDATE).params(values).update() == 1;
    }

    private static List<Object> values(Cell cell) {
        BetaCounts.Key key = cell.key();
        return List.of(key.action(), key.channel(), key.stage(), Date.valueOf(cell.day()));
    }

    /** Fills in the counts of a day and of all after it. */
    void read(LocalDate from, Map<Cell, Count> counts) {
        database.sql()
                .sql("select action, channel, stage, on_day, presented, accepted from learnt_day where on_day >= ?")
                .param(Date.valueOf(from))
                .query(row -> {
                    BetaCounts.Key key = new BetaCounts.Key(row.getString(1), row.getString(2), row.getString(3));
                    LocalDate day = row.getObject(4, LocalDate.class);
                    counts.put(new Cell(key, day), new Count(row.getLong(5), row.getLong(6)));
                });
    }

    /** The counts as the engine reads them. */
    static DailyCounts daily(Map<Cell, Count> counts) {
        DailyCounts days = new DailyCounts();
        counts.forEach((cell, count) -> days.add(cell.key(), cell.day(), count.presented(), count.accepted()));
        return days;
    }
}
