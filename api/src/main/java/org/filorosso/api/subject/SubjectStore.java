package org.filorosso.api.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Writes subjects. Whoever changes a subject holds its row first, in the order of ids, so that two writers follow one
 * another and neither's change is lost.
 */
final class SubjectStore {
    private static final int ATTEMPTS = 5;
    private static final int ROWS_PER_STATEMENT = 250;

    private final Database database;

    SubjectStore(Database database) {
        this.database = database;
    }

    /**
     * What became of a change.
     *
     * @param id the subject's own, where an alias was named
     * @param created whether it is new
     */
    record Stored(String id, long version, boolean created) {}

    /** A change and whose it is. */
    record Order(ProfileChange change, String by) {}

    /**
     * Makes the changes, all or none.
     *
     * @return one for each, in the same order
     * @throws Refusal if a subject must be known and is not, stands at another version, or an alias is taken
     */
    List<Stored> change(List<Order> orders, Instant now) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(() -> new Writing(now).change(orders));
            } catch (Raced e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Somebody else brought the same subject into being meanwhile: now it is there to be changed. */
    private static final class Raced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Raced() {
            super("A subject came into being meanwhile", null, false, false);
        }
    }

    /** One transaction. */
    private final class Writing {
        private final OffsetDateTime now;
        private final Map<String, Profile> profiles = new HashMap<>();
        private final List<Object[]> entries = new ArrayList<>();
        private final AliasStore aliases = new AliasStore(database);

        Writing(Instant now) {
            this.now = now.atOffset(ZoneOffset.UTC);
        }

        List<Stored> change(List<Order> orders) {
            Set<String> asked = new TreeSet<>();
            orders.forEach(order -> asked.add(order.change().id()));
            Map<String, String> owners = aliases.owners(asked);
            lock(own(asked, owners));
            Map<String, String> resolved = resolve(asked, owners);
            Map<String, Profile> created = new TreeMap<>();
            Map<String, Profile> changed = new TreeMap<>();
            List<Stored> stored = new ArrayList<>();
            for (Order order : orders) {
                String id = resolved.getOrDefault(
                        order.change().id(), order.change().id());
                boolean fresh = !profiles.containsKey(id);
                Profile profile = changed(order, id);
                (fresh || created.containsKey(id) ? created : changed).put(id, profile);
                stored.add(new Stored(id, profile.version(), fresh));
            }
            insert(List.copyOf(created.values()));
            update(changed.values());
            enter();
            aliases.write(orders, resolved);
            return stored;
        }

        private Set<String> own(Set<String> asked, Map<String, String> owners) {
            Set<String> ids = new TreeSet<>(asked);
            ids.addAll(owners.values());
            return ids;
        }

        /** An id is itself before it is anybody's alias. */
        private Map<String, String> resolve(Set<String> asked, Map<String, String> owners) {
            Map<String, String> resolved = new HashMap<>();
            asked.forEach(id -> resolved.put(id, profiles.containsKey(id) ? id : owners.getOrDefault(id, id)));
            return resolved;
        }

        private void lock(Collection<String> ids) {
            if (ids.isEmpty()) {
                return;
            }
            each(
                    "select " + ProfileRow.COLUMNS + " from subject where id = any(?) order by id for update",
                    ids,
                    row -> {
                        Profile profile = ProfileRow.of(row).profile();
                        profiles.put(profile.id(), profile);
                    });
        }

        private Profile changed(Order order, String id) {
            Profile stored = profiles.get(id);
            Long version = order.change().version();
            if (stored == null && order.change().creates()) {
                stored = Profile.empty(id);
            }
            if (stored == null) {
                throw unknown(order.change().id());
            }
            if (version != null && version != stored.version()) {
                throw Refusal.of(
                        Kind.CONFLICT,
                        "The subject stands at version " + stored.version() + ", not " + version
                                + ". Maybe read it again and repeat the change.");
            }
            Profile changed = order.change().over(stored);
            Map<String, Profile.Consent> known = stored.consents();
            order.change().told().forEach((purpose, consent) -> {
                if (!ProfileChange.same(consent, known.get(purpose))) {
                    entries.add(entry(id, purpose, consent, order.by()));
                }
            });
            profiles.put(id, changed);
            return changed;
        }

        private Object[] entry(String id, String purpose, Profile.Consent consent, String by) {
            return new @Nullable Object[] {
                id, purpose, consent.granted(), utc(consent.at()), consent.source(), utc(consent.until()), now, by
            };
        }

        private void insert(List<Profile> created) {
            for (int from = 0; from < created.size(); from += ROWS_PER_STATEMENT) {
                List<Profile> some = created.subList(from, Math.min(created.size(), from + ROWS_PER_STATEMENT));
                int inserted = many(
                        "insert into subject (household, language, attributes, consents, preferred_channels, worth, version,"
                                + " changed_at, id) values ",
                        some.stream().map(this::row).toList(),
                        " on conflict do nothing");
                if (inserted < some.size()) {
                    throw new Raced();
                }
            }
        }

        private void update(Collection<Profile> changed) {
            if (!changed.isEmpty()) {
                database.batches()
                        .batchUpdate(
                                "update subject set household = ?, language = ?, attributes = ?, consents = ?,"
                                        + " preferred_channels = ?, worth = ?, version = ?, changed_at = ? where id = ?",
                                changed.stream().map(this::row).toList());
            }
        }

        private void enter() {
            for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
                many(
                        "insert into consent_entry (subject_id, purpose, granted, at, source, until, recorded_at,"
                                + " recorded_by) values ",
                        entries.subList(from, Math.min(entries.size(), from + ROWS_PER_STATEMENT)),
                        "");
            }
        }

        private int many(String insert, List<Object[]> rows, String end) {
            String row = "(?" + ", ?".repeat(rows.get(0).length - 1) + ")";
            return database.batches().update(connection -> {
                PreparedStatement statement =
                        connection.prepareStatement(insert + row + (", " + row).repeat(rows.size() - 1) + end);
                int at = 0;
                for (Object[] values : rows) {
                    for (Object value : values) {
                        statement.setObject(++at, value);
                    }
                }
                return statement;
            });
        }

        private Object[] row(Profile profile) {
            return new @Nullable Object[] {
                profile.household(),
                profile.language(),
                Profile.attributesText(profile.attributes()),
                Profile.consentsText(profile.consents()),
                Profile.channelsText(profile.preferredChannels()),
                Profile.worthText(profile.worth()),
                profile.version(),
                now,
                profile.id()
            };
        }
    }

    static Refusal unknown(String id) {
        return Refusal.of(Kind.NOT_FOUND, "There is no subject " + id + ". Maybe the id is mistyped, or PUT it first.");
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private void each(String sql, Collection<String> ids, RowCallbackHandler row) {
        database.batches().query(connection -> prepared(connection, sql, ids), row);
    }

    static PreparedStatement prepared(Connection connection, String sql, Collection<String> ids) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
        return statement;
    }
}
