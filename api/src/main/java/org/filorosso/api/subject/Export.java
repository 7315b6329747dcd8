package org.filorosso.api.subject;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.PackedJson;
import org.filorosso.api.subject.SubjectTables.Rows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Hands out everything that is stored of a subject, row by row. */
@Component
final class Export {
    private static final Set<String> JSON = Set.of("results", "fields", "attributes", "consents", "preferred_channels");
    private static final int AT_ONCE = 500;

    private final Database database;
    private final AuditLog audit;

    Export(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * The profile, an empty one where only a history is stored; that it was asked for goes into the audit log.
     *
     * @throws org.filorosso.api.problem.Refusal if nothing at all is stored
     */
    ProfileRow known(String id, Caller caller) {
        ProfileRow profile = database.sql()
                .sql("select " + ProfileRow.COLUMNS + " from subject where id = ?")
                .param(id)
                .query((row, number) -> ProfileRow.of(row))
                .optional()
                .orElse(null);
        if (profile == null
                && new PastStore(database).page(id, PastCursor.top(), 1).items().isEmpty()) {
            throw SubjectStore.unknown(id);
        }
        database.inTransaction(() -> {
            // not whose: the audit log cannot forget
            audit.record(caller, "export", "subject", "");
            return true;
        });
        return profile == null ? new ProfileRow(id, null, null, "{}", "{}", "[]", null, 0) : profile;
    }

    /** The profile, and one array for each table; stays open. */
    void write(ProfileRow profile, OutputStream out) {
        try (JsonGenerator json = StoredJson.mapper()
                .createGenerator(out)
                .configure(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false)) {
            json.writeStartObject();
            json.writeStringProperty("id", profile.id());
            json.writeName("profile");
            json.writeTree(body(profile));
            for (Rows rows : SubjectTables.ALL) {
                json.writeName(name(rows.table()));
                json.writeStartArray();
                rows(rows, profile.id(), json);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }

    private static tools.jackson.databind.JsonNode body(ProfileRow profile) {
        tools.jackson.databind.node.ObjectNode body = StoredJson.mapper().createObjectNode();
        body.put("household", profile.household()).put("language", profile.language());
        body.set("attributes", StoredJson.read(profile.attributes()));
        body.set("consents", StoredJson.read(profile.consents()));
        body.set("preferredChannels", StoredJson.read(profile.preferredChannels()));
        Profile.Worth worth = Profile.worth(profile.worth());
        return body.put("rfm", worth.rfm()).put("customerValue", worth.value());
    }

    private void rows(Rows rows, String id, JsonGenerator json) {
        String sql = "select " + rows.columns() + " from " + rows.table() + " where " + rows.column() + " = ? order by "
                + rows.order();
        database.batches()
                .query(
                        connection -> {
                            var statement = connection.prepareStatement(sql);
                            statement.setFetchSize(AT_ONCE);
                            statement.setString(1, id);
                            return statement;
                        },
                        (RowCallbackHandler) row -> row(row, json));
    }

    private static void row(ResultSet row, JsonGenerator json) throws SQLException {
        json.writeStartObject();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
            json.writeName(name(column));
            if (column.equals("facts")) {
                facts(row.getBytes(i), json);
            } else {
                value(row, i, column, json);
            }
        }
        json.writeEndObject();
    }

    private static void value(ResultSet row, int column, String name, JsonGenerator json) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Timestamp || value instanceof OffsetDateTime) {
            json.writeString(row.getObject(column, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toString());
        } else if (value instanceof Boolean known) {
            json.writeBoolean(known);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Number number && row.getMetaData().getColumnType(column) != Types.VARCHAR) {
            json.writeNumber(number.longValue());
        } else if (JSON.contains(name)) {
            json.writeTree(StoredJson.read(value.toString()));
        } else {
            json.writeString(value.toString());
        }
    }

    /** What a decision read, unpacked. */
    private static void facts(byte @org.jspecify.annotations.Nullable [] packed, JsonGenerator json) {
        if (packed == null) {
            json.writeNull();
            return;
        }
        json.writeTree(PackedJson.mapper().readTree(packed));
    }

    /** {@code interaction_id} as {@code interactionId}. */
    static String name(String column) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            boolean after = i > 0 && column.charAt(i - 1) == '_';
            if (column.charAt(i) != '_') {
                name.append(after ? Character.toUpperCase(column.charAt(i)) : column.charAt(i));
            }
        }
        return name.toString();
    }
}
