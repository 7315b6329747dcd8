package org.filorosso.api.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.PastCursor.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The history of a subject, page by page. */
final class PastStore {
    private static final Comparator<Line> NEWEST_FIRST = Comparator.comparing(
                    (Line line) -> line.place().at())
            .reversed()
            .thenComparing(line -> line.place().kind());

    private final Database database;

    PastStore(Database database) {
        this.database = database;
    }

    /**
     * A page.
     *
     * @param next where the next page begins, or null at the end
     */
    record Page(List<PastItem> items, @Nullable String next) {}

    private record Line(PastItem item, PastCursor place) {}

    /** @param limit at least 1 */
    Page page(String id, PastCursor before, int limit) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(events(id, before, limit + 1));
        lines.addAll(responses(id, before, limit + 1));
        lines.addAll(decisions(id, before, limit + 1));
        lines.sort(NEWEST_FIRST);
        List<Line> shown = lines.subList(0, Math.min(limit, lines.size()));
        return new Page(
                shown.stream().map(Line::item).toList(),
                lines.size() > limit ? shown.get(limit - 1).place().text() : null);
    }

    private List<Line> events(String id, PastCursor before, int most) {
        return database.sql()
                .sql("select seq, at, event, event_key from event where subject_id = ?"
                        + " and (at < ? or (at = ? and seq < ?)) order by at desc, seq desc limit ?")
                .params(id, utc(before), utc(before), before.below(Place.EVENT), most)
                .query((row, number) -> event(row))
                .list();
    }

    private static Line event(ResultSet row) throws SQLException {
        Instant at = instant(row, 2);
        PastItem item = new PastItem(
                at,
                PastItem.EVENT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                row.getString(3),
                row.getString(4));
        return new Line(item, new PastCursor(at, Place.EVENT, row.getString(1), -1));
    }

    private List<Line> responses(String id, PastCursor before, int most) {
        return database.sql()
                .sql("select seq, at, interaction_id, action, treatment, outcome, channel, direction, amount, price,"
                        + " reason, response_key from interaction where subject_id = ?"
                        + " and (at < ? or (at = ? and seq < ?)) order by at desc, seq desc limit ?")
                .params(id, utc(before), utc(before), before.below(Place.RESPONSE), most)
                .query((row, number) -> response(row))
                .list();
    }

    private static Line response(ResultSet row) throws SQLException {
        Instant at = instant(row, 2);
        PastItem item = new PastItem(
                at,
                PastItem.RESPONSE,
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11),
                null,
                row.getString(12));
        return new Line(item, new PastCursor(at, Place.RESPONSE, row.getString(1), -1));
    }

    /** A decision is one line per result, and one where there is none. */
    private List<Line> decisions(String id, PastCursor before, int most) {
        boolean begun = before.kind() == Place.DECISION;
        boolean all = before.kind().compareTo(Place.DECISION) < 0;
        List<Line> lines = new ArrayList<>();
        database.sql()
                .sql("select interaction_id, at, channel, direction, results from decision where subject_id = ?"
                        + " and (at < ? or (at = ? and (? or (? and interaction_id <= ?))))"
                        + " order by at desc, interaction_id desc limit ?")
                .params(id, utc(before), utc(before), all, begun, before.id(), most)
                .query((RowCallbackHandler) row -> decision(row, before, lines));
        return lines;
    }

    private static void decision(ResultSet row, PastCursor before, List<Line> lines) throws SQLException {
        String interaction = row.getString(1);
        Instant at = instant(row, 2);
        String channel = row.getString(3);
        String direction = row.getString(4);
        boolean shownInPart = before.kind() == Place.DECISION
                && before.id().equals(interaction)
                && before.at().equals(at);
        List<Decisions.Decided> results = new ArrayList<>();
        Decisions.read(row.getString(5), results::add);
        for (int i = shownInPart ? before.result() + 1 : 0; i < Math.max(1, results.size()); i++) {
            Decisions.Decided result = i < results.size() ? results.get(i) : null;
            PastItem item = new PastItem(
                    at,
                    PastItem.DECIDED,
                    interaction,
                    result == null ? null : result.action(),
                    result == null ? null : result.details().treatment(),
                    PastItem.DECIDED,
                    channel,
                    direction,
                    null,
                    result == null ? null : result.details().price(),
                    null,
                    null,
                    null);
            lines.add(new Line(item, new PastCursor(at, Place.DECISION, interaction, i)));
        }
    }

    private static OffsetDateTime utc(PastCursor cursor) {
        return cursor.at().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
