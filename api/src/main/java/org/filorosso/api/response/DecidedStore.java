package org.filorosso.api.response;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.StoredCodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of stored decisions what responses to them need. */
final class DecidedStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RANK = 1;
    private static final int ACTION = 2;
    private static final int TREATMENT = 5;
    private static final int VALUE = 7;
    private static final int PRICE = 12;
    private static final int COST = 13;

    private final Database database;

    DecidedStore(Database database) {
        this.database = database;
    }

    /** A stored decision. */
    record Decided(Proposal head, JsonNode results) {

        /** What it says of an action; of rank 0 where that was not among its results. */
        Proposal of(String action) {
            for (JsonNode result : results) {
                if (action.equals(result.path(ACTION).asString())) {
                    return with(action, result);
                }
            }
            return with(action, JSON.missingNode());
        }

        private Proposal with(String action, JsonNode result) {
            JsonNode treatment = result.path(TREATMENT);
            return new Proposal(
                    head.interactionId(),
                    head.subjectId(),
                    action,
                    treatment.isString() ? treatment.stringValue() : null,
                    head.channel(),
                    head.direction(),
                    result.path(RANK).asInt(0),
                    head.playbook(),
                    head.revision(),
                    head.stage(),
                    number(result.path(PRICE)),
                    number(result.path(COST)),
                    number(result.path(VALUE)),
                    true);
        }

        private static @Nullable BigDecimal number(JsonNode node) {
            return node.isNumber() ? node.decimalValue() : null;
        }
    }

    /** The decisions that are stored, by interaction. */
    Map<String, Decided> find(Collection<String> interactionIds) {
        Map<String, Decided> found = new HashMap<>();
        if (!interactionIds.isEmpty()) {
            database.sql()
                    .sql("select interaction_id, subject_id, channel, direction, playbook, revision, stage, results"
                            + " from decision where interaction_id = any(?)")
                    .params(new Object[] {interactionIds.toArray(String[]::new)})
                    .query(row -> {
                        found.put(row.getString(1), decided(row));
                    });
        }
        return found;
    }

    private static Decided decided(ResultSet row) throws SQLException {
        Proposal head = new Proposal(
                row.getString(1),
                row.getString(2),
                "",
                null,
                row.getString(3),
                StoredCodes.direction(row.getString(4)),
                0,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                null,
                null,
                null,
                true);
        return new Decided(head, JSON.readTree(row.getString(8)));
    }
}
