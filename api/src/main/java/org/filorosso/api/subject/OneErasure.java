package org.filorosso.api.subject;

import com.github.f4b6a3.ulid.UlidCreator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The erasure of one subject, inside a transaction; used once. */
final class OneErasure {
    private final Database database;
    private final CounterStore counters;
    private final Set<String> words;
    private final String pseudonym = "erased-" + UlidCreator.getUlid();
    private int found;

    /** @param words of events that may stay */
    OneErasure(Database database, CounterStore counters, Set<String> words) {
        this.database = database;
        this.counters = counters;
        this.words = words;
    }

    /** @return whether there was anything */
    boolean erase(String id) {
        texts("select id from subject where id = ? for update", id);
        List<String> names = new ArrayList<>(new AliasStore(database).of(id));
        names.add(id);
        for (String name : names) {
            messages(name);
            othersFacts(name);
            keys(name);
            quotes(name);
            past(name);
            update("delete from list_member where member = ?", name);
            update("delete from consent_entry where subject_id = ?", name);
            update("delete from subject_stage where subject_id = ?", name);
            update("delete from run_contact where subject_id = ?", name);
        }
        new HistoryPages(database).forget(names);
        update("delete from subject_alias where subject_id = ?", id);
        update("delete from subject where id = ?", id);
        return found > 0;
    }

    /** Messages that nobody has got yet are not sent any more. */
    private void messages(String name) {
        update("delete from outbox where position(? in body) > 0", StoredJson.write(name));
    }

    /** What others of the household were decided by holds his past. */
    private void othersFacts(String name) {
        List<String> households = texts(
                "select distinct household from (select household from subject where id = ?"
                        + " union select household from decision where subject_id = ?) seen"
                        + " where household is not null",
                name,
                name);
        for (String household : households) {
            update(
                    "update decision set facts = null where household = ?"
                            + " and subject_id in (select id from subject where household = ?)",
                    household,
                    household);
        }
    }

    /** Keys of requests and responses may hold anything, and tokens hold the id. */
    private void keys(String name) {
        update(
                "delete from request_key where interaction_id in"
                        + " (select interaction_id from decision where subject_id = ?)",
                name);
        update(
                "delete from response_key where response_key in"
                        + " (select response_key from interaction where subject_id = ?)",
                name);
        update("delete from event_key where subject_id = ?", name);
    }

    /** Terms that nobody can ask for any more hold nothing. */
    private void quotes(String name) {
        Map<CounterStore.Key, BigDecimal> held = new TreeMap<>();
        database.sql()
                .sql("select playbook, held from quote where subject_id = ? and reserved = true for update")
                .param(name)
                .query(row -> {
                    for (JsonNode charge : StoredJson.read(row.getString(2))) {
                        held.merge(
                                new CounterStore.Key(
                                        row.getString(1),
                                        charge.path(0).stringValue(),
                                        charge.path(1).stringValue()),
                                charge.path(2).decimalValue(),
                                BigDecimal::add);
                    }
                });
        held.forEach((key, amount) -> counters.add(key, amount.negate(), null));
        update("delete from quote where subject_id = ?", name);
    }

    private void past(String name) {
        update(
                "update decision set subject_id = ?, household = null, facts = null where subject_id = ?",
                pseudonym,
                name);
        update(
                "update interaction set subject_id = ?, response_key = ? || '-' || cast(seq as varchar)"
                        + " where subject_id = ?",
                pseudonym,
                pseudonym,
                name);
        record Row(long seq, String event, String fields) {}
        List<Object[]> events = database
                .sql()
                .sql("select seq, event, fields from event where subject_id = ?")
                .param(name)
                .query((row, number) -> new Row(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .map(row -> new Object[] {
                    pseudonym, pseudonym + "-" + row.seq(), bare(row.event(), row.fields()), row.seq(), name
                })
                .toList();
        database.batches()
                .batchUpdate(
                        "update event set subject_id = ?, event_key = ?, fields = ? where seq = ? and subject_id = ?",
                        events);
        found += events.size();
    }

    /** Numbers, yes/no and the words that a playbook lists say nothing of a person; free text may. */
    private String bare(String event, String fields) {
        ObjectNode kept = StoredJson.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> field : StoredJson.read(fields).properties()) {
            JsonNode value = field.getValue();
            if (value.isNumber()
                    || value.isBoolean()
                    || words.contains(word(event, field.getKey(), value.asString("")))) {
                kept.set(field.getKey(), value);
            }
        }
        return StoredJson.write(kept);
    }

    static String word(String event, String field, String value) {
        return event + '\n' + field + '\n' + value;
    }

    private void update(String sql, Object... parameters) {
        found += database.sql().sql(sql).params(parameters).update();
    }

    private List<String> texts(String sql, Object... parameters) {
        return database.sql().sql(sql).params(parameters).query(String.class).list();
    }
}
