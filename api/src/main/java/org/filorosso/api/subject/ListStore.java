package org.filorosso.api.subject;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.filorosso.api.store.Database;

/**
 * Members of lists: ids of subjects or households, or aliases such as telephone numbers, whether anybody of that name is
 * known or not. Who changes a list holds it until the end of his transaction; readers see it as it was, or as it is then.
 */
final class ListStore {
    private final Database database;

    ListStore(Database database) {
        this.database = database;
    }

    /** Holds a list: whoever else changes it waits. */
    void hold(String list, Instant now) {
        database.sql()
                .sql("insert into member_list (list, changed_at) values (?, ?) on conflict do nothing")
                .params(list, now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql()
                .sql("update member_list set changed_at = ? where list = ?")
                .params(now.atOffset(ZoneOffset.UTC), list)
                .update();
    }

    void clear(String list) {
        database.sql().sql("delete from list_member where list = ?").param(list).update();
    }

    /** Returns how many were not on it. */
    int add(String list, List<String> members) {
        return members.isEmpty()
                ? 0
                : write(
                        "insert into list_member (list, member) select cast(? as varchar), id from unnest(cast(? as varchar array)) as given(id)"
                                + " on conflict do nothing",
                        list,
                        members);
    }

    /** Returns how many were on it. */
    int remove(String list, List<String> members) {
        return members.isEmpty()
                ? 0
                : write("delete from list_member where list = ? and member = any(?)", list, members);
    }

    private int write(String sql, String list, List<String> members) {
        return database.batches().update(connection -> {
            var statement = connection.prepareStatement(sql);
            statement.setString(1, list);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "varchar", members.stream().distinct().toArray()));
            return statement;
        });
    }

    long count(String list) {
        return database.sql()
                .sql("select count(*) from list_member where list = ?")
                .param(list)
                .query(Long.class)
                .single();
    }

    /** Members after one, in order. */
    List<String> page(String list, String after, int most) {
        return database.sql()
                .sql("select member from list_member where list = ? and member > ? order by member limit ?")
                .params(list, after, most)
                .query(String.class)
                .list();
    }
}
