package org.filorosso.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The parts by quarter in which PostgreSQL keeps what happened; H2 has none. Rows that were taken before the part
 * of their quarter was made move into it.
 */
final class Partitions {
    /** The tables that are kept by quarter. */
    static final List<String> TABLES = List.of("decision", "interaction", "event");

    private static final int AHEAD = 2;
    private static final int MONTHS = 3;
    private static final long LOCK = 0x66_72_70_61_72L;

    private final Database database;

    Partitions(Database database) {
        this.database = database;
    }

    /** A quarter of a year, in UTC. */
    record Quarter(LocalDate from) {

        static Quarter of(LocalDate day) {
            return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1));
        }

        Quarter next() {
            return new Quarter(from.plusMonths(MONTHS));
        }

        /** Name of its part of a table: {@code interaction_2026q4}. */
        String part(String table) {
            return "%s_%dq%d".formatted(table, from.getYear(), from.getMonthValue() / MONTHS + 1);
        }
    }

    /** Makes the parts of this quarter and of those ahead, where they are missing. */
    void makeAhead(Instant now) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            Quarter quarter = Quarter.of(LocalDate.ofInstant(now, ZoneOffset.UTC));
            for (int i = 0; i <= AHEAD; i++) {
                for (String table : TABLES) {
                    make(table, quarter);
                }
                quarter = quarter.next();
            }
        }
    }

    private void make(String table, Quarter quarter) {
        if (exists(quarter.part(table))) {
            return;
        }
        database.inTransaction(() -> {
            database.sql()
                    .sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query()
                    .listOfRows();
            if (exists(quarter.part(table))) {
                return false;
            }
            boolean rest = moveOut(table, quarter);
            // names and dates of our own, nothing that anybody typed
            execute("create table " + quarter.part(table) + " partition of " + table + " for values from ('"
                    + quarter.from() + " 00:00:00+00') to ('" + quarter.next().from() + " 00:00:00+00')");
            if (rest) {
                execute("insert into " + table + " select * from moved_" + table);
            }
            return true;
        });
    }

    private boolean exists(String part) {
        return database.sql()
                .sql("select to_regclass(?) is not null")
                .param(part)
                .query(Boolean.class)
                .single();
    }

    /** Rows that were there before their part: aside, until it is made. */
    private boolean moveOut(String table, Quarter quarter) {
        String within = table + "_rest where at >= ? and at < ?";
        boolean rest = database.sql()
                .sql("select exists (select 1 from " + within + ")")
                .params(start(quarter), start(quarter.next()))
                .query(Boolean.class)
                .single();
        if (rest) {
            execute("create temporary table moved_" + table + " (like " + table + ") on commit drop");
            for (String move : List.of("insert into moved_" + table + " select * from ", "delete from ")) {
                database.sql()
                        .sql(move + within)
                        .params(start(quarter), start(quarter.next()))
                        .update();
            }
        }
        return rest;
    }

    private void execute(String sql) {
        database.sql().sql(sql).update();
    }

    private static OffsetDateTime start(Quarter quarter) {
        return quarter.from().atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Drops the parts of a table that end at or before a time. */
    void dropBefore(String table, Instant end) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            Quarter last = Quarter.of(LocalDate.ofInstant(end, ZoneOffset.UTC));
            parts(table).stream()
                    .filter(part -> part.matches(table + "_\\d{4}q[1-4]") && part.compareTo(last.part(table)) < 0)
                    .forEach(part -> database.sql().sql("drop table " + part).update());
        }
    }

    /** The parts of a table, the rest among them, by name. */
    List<String> parts(String table) {
        return database.sql()
                .sql("select child.relname from pg_inherits"
                        + " join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent"
                        + " where parent.relname = ? order by child.relname")
                .param(table)
                .query(String.class)
                .list();
    }
}
