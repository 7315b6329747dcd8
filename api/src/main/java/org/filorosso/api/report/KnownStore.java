package org.filorosso.api.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.api.store.Database;
import org.filorosso.engine.score.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is known of subjects besides the log: preferred channels, products, and every consent with its time. */
@Component
final class KnownStore {
    private final Database database;

    KnownStore(Database database) {
        this.database = database;
    }

    /** A consent given or refused. */
    private record Said(
            String purpose,
            boolean granted,
            Instant at,
            @Nullable Instant until) {}

    /** What is known of each; nothing was ever said by who is absent from the tables. */
    Map<String, Known> of(Collection<String> subjects) {
        Map<String, List<Said>> consents = consents(subjects);
        Map<String, Known> known = new HashMap<>();
        subjects.forEach(id ->
                known.put(id, new Known(List.of(), said(consents.getOrDefault(id, List.of())), Map.of())));
        database.sql()
                .sql("select id, attributes, consents, preferred_channels from subject where id = any(?)")
                .params(new Object[] {subjects.toArray(String[]::new)})
                .query(row -> {
                    String id = row.getString(1);
                    List<Said> all = new ArrayList<>(current(row));
                    all.addAll(consents.getOrDefault(id, List.of()));
                    known.put(id, new Known(channels(row), said(all), products(row)));
                });
        return known;
    }

    private Map<String, List<Said>> consents(Collection<String> subjects) {
        Map<String, List<Said>> found = new HashMap<>();
        database.sql()
                .sql("select subject_id, purpose, granted, at, until from consent_entry where subject_id = any(?)"
                        + " order by at, recorded_at")
                .params(new Object[] {subjects.toArray(String[]::new)})
                .query(row -> {
                    OffsetDateTime until = row.getObject(5, OffsetDateTime.class);
                    found.computeIfAbsent(row.getString(1), unseen -> new ArrayList<>())
                            .add(new Said(
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant(),
                                    until == null ? null : until.toInstant()));
                });
        return found;
    }

    private static List<Said> current(ResultSet row) throws SQLException {
        List<Said> current = new ArrayList<>();
        DecisionCells.results(row.getString(3)).properties().forEach(one -> {
            JsonNode consent = one.getValue();
            current.add(new Said(
                    one.getKey(),
                    consent.path("granted").asBoolean(),
                    time(consent.path("at"), Period.EARLIEST),
                    consent.path("until").isString() ? time(consent.path("until"), Period.LATEST) : null));
        });
        return current;
    }

    private static Instant time(JsonNode node, Instant otherwise) {
        return node.isString() ? OffsetDateTime.parse(node.stringValue()).toInstant() : otherwise;
    }

    private static List<String> channels(ResultSet row) throws SQLException {
        List<String> channels = new ArrayList<>();
        DecisionCells.results(row.getString(4)).forEach(one -> channels.add(one.asString()));
        return List.copyOf(channels);
    }

    private static Map<String, Instant> products(ResultSet row) throws SQLException {
        Map<String, Instant> products = new HashMap<>();
        JsonNode attribute = DecisionCells.results(row.getString(2)).path("products");
        Instant since = time(attribute.path("asOf"), Period.EARLIEST);
        attribute.path("value").forEach(one -> products.put(one.asString(), since));
        return products;
    }

    /** The latest word up to a moment holds, until it lapses. */
    private static Known.Consents said(List<Said> entries) {
        return (purpose, at) -> {
            Said latest = null;
            for (Said one : entries) {
                boolean newer = latest == null || !one.at().isBefore(latest.at());
                if (one.purpose().equals(purpose) && !one.at().isAfter(at) && newer) {
                    latest = one;
                }
            }
            boolean lapsed = latest != null && latest.until() != null && !at.isBefore(latest.until());
            return latest == null || lapsed ? null : (Boolean) latest.granted();
        };
    }
}
