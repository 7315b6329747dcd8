package org.filorosso.api.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/** The keys in the database. */
final class KeyStore {
    private final Database database;

    KeyStore(Database database) {
        this.database = database;
    }

    /** All, those taken back too, oldest first. */
    List<ApiKey> all() {
        return database.sql()
                .sql("select id, role, secret_hash, name, created_at, created_by, expires_at, revoked_at, last_used_at"
                        + " from api_key order by created_at, id")
                .query(KeyStore::key)
                .list();
    }

    void add(ApiKey key) {
        database.sql()
                .sql("insert into api_key (id, role, secret_hash, name, created_at, created_by, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(key.id(), key.role().code(), key.hash(), key.name(), stamp(key.createdAt()), key.createdBy())
                .param(end(key.expiresAt()))
                .update();
    }

    /** False when there is no such key that still opens. */
    boolean revoke(String id, Instant at) {
        return database.sql()
                        .sql("update api_key set revoked_at = ? where id = ? and revoked_at is null")
                        .params(stamp(at), id)
                        .update()
                == 1;
    }

    void used(String id, Instant at) {
        database.sql()
                .sql("update api_key set last_used_at = ? where id = ?")
                .params(stamp(at), id)
                .update();
    }

    /** True for one caller in the life of a database: who may make the first keys. */
    boolean first(Instant at) {
        return database.sql()
                        .sql("insert into service_secret (name, secret, created_at) values ('first keys', 'made', ?)"
                                + " on conflict do nothing")
                        .param(stamp(at))
                        .update()
                == 1;
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString(1),
                Role.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                at(row, 7),
                at(row, 8),
                at(row, 9));
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime end(@Nullable Instant at) {
        return at == null ? null : stamp(at);
    }
}
