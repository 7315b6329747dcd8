package org.filorosso.api.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.SubjectStore.Order;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Other names of subjects. An alias has one owner, and is nobody's id. */
final class AliasStore {
    private final Database database;

    AliasStore(Database database) {
        this.database = database;
    }

    /** Whose each alias is; what is no alias is left out. */
    Map<String, String> owners(Collection<String> aliases) {
        Map<String, String> owners = new HashMap<>();
        if (!aliases.isEmpty()) {
            each("select alias, subject_id from subject_alias where alias = any(?)", aliases, row -> {
                owners.put(row.getString(1), row.getString(2));
            });
        }
        return owners;
    }

    /** The id behind an id or alias, known or not. */
    String owner(String idOrAlias) {
        Boolean itself = database.sql()
                .sql("select count(*) > 0 from subject where id = ?")
                .param(idOrAlias)
                .query(Boolean.class)
                .single();
        return itself ? idOrAlias : owners(List.of(idOrAlias)).getOrDefault(idOrAlias, idOrAlias);
    }

    /** The aliases of a subject, in order. */
    List<String> of(String id) {
        return database.sql()
                .sql("select alias from subject_alias where subject_id = ? order by alias")
                .param(id)
                .query(String.class)
                .list();
    }

    /**
     * An alias that somebody is to have.
     *
     * @param place where it stands in his list
     */
    private record Wanted(String id, int place) {}

    /**
     * Gives the subjects the aliases that the orders want, inside the running transaction.
     *
     * @throws Refusal if one is taken
     */
    void write(List<Order> orders, Map<String, String> resolved) {
        Map<String, Wanted> wanted = new TreeMap<>();
        Set<String> owners = new TreeSet<>();
        for (Order order : orders) {
            List<String> told = order.change().aliases();
            if (told != null) {
                String id = resolved.getOrDefault(
                        order.change().id(), order.change().id());
                boolean again = !owners.add(id);
                want(id, told, again, wanted);
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        nobodysId(wanted);
        Map<String, String> stored = new HashMap<>();
        each("select alias, subject_id from subject_alias where subject_id = any(?)", owners, row -> {
            stored.put(row.getString(1), row.getString(2));
        });
        remove(stored, wanted);
        insert(stored, wanted);
    }

    /** All that he is to have from now on; his own id needs no alias. */
    private static void want(String id, List<String> told, boolean again, Map<String, Wanted> wanted) {
        if (again) {
            wanted.values().removeIf(one -> one.id().equals(id));
        }
        for (int i = 0; i < told.size(); i++) {
            String alias = told.get(i);
            Wanted other = alias.equals(id) ? null : wanted.put(alias, new Wanted(id, i));
            if (other != null) {
                throw taken(alias, i);
            }
        }
    }

    private static Refusal taken(String alias, int place) {
        return Refusal.at(
                Kind.CONFLICT,
                "/aliases/" + place,
                "belongs to another subject",
                alias,
                "Maybe both are one customer, or take it from the other first.");
    }

    private void nobodysId(Map<String, Wanted> wanted) {
        if (!wanted.isEmpty()) {
            each("select id from subject where id = any(?)", wanted.keySet(), row -> {
                throw taken(
                        row.getString(1),
                        Objects.requireNonNull(wanted.get(row.getString(1))).place());
            });
        }
    }

    private void remove(Map<String, String> stored, Map<String, Wanted> wanted) {
        List<Object[]> gone = new ArrayList<>();
        stored.keySet().stream()
                .filter(alias -> !wanted.containsKey(alias))
                .sorted()
                .forEach(alias -> gone.add(new Object[] {alias}));
        if (!gone.isEmpty()) {
            database.batches().batchUpdate("delete from subject_alias where alias = ?", gone);
        }
    }

    private void insert(Map<String, String> stored, Map<String, Wanted> wanted) {
        List<Object[]> rows = new ArrayList<>();
        wanted.forEach((alias, one) -> {
            if (!one.id().equals(stored.get(alias))) {
                rows.add(new Object[] {alias, one.id()});
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        int[] inserted = database.batches()
                .batchUpdate(
                        "insert into subject_alias (alias, subject_id) values (?, ?) on conflict do nothing", rows);
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                String alias = String.valueOf(rows.get(i)[0]);
                throw taken(alias, Objects.requireNonNull(wanted.get(alias)).place());
            }
        }
    }

    private void each(String sql, Collection<String> ids, RowCallbackHandler row) {
        database.batches().query(connection -> SubjectStore.prepared(connection, sql, ids), row);
    }
}
