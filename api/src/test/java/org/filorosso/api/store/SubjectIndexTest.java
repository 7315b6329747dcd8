package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

/** Hazard: to read the past of one subject the database goes through that of all, and no deadline is met. */
class SubjectIndexTest {
    private static final int ROWS = 5000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Test
    void readsThePastOfSomeSubjectsWithoutThatOfAll() {
        Database database = TestDatabase.H2.database();
        OffsetDateTime now = OffsetDateTime.now();
        List<Object[]> rows = IntStream.range(0, ROWS)
                .mapToObj(n -> new Object[] {"s-" + n % 500, now.minusHours(n), now, "k-" + n})
                .toList();
        database.batches()
                .batchUpdate(
                        "insert into event (subject_id, at, recorded_at, event, event_key, fields) "
                                + "values (?, ?, ?, 'bill', ?, '{}')",
                        rows);
        database.batches()
                .batchUpdate(
                        "insert into interaction (subject_id, at, recorded_at, interaction_id, action, outcome,"
                                + " channel, direction, rank, offered, granted, response_key) values (?, ?, ?, 'i', 'a',"
                                + " 'presented', 'c', 'inbound', 1, true, true, ?)",
                        rows);
        for (String table : List.of("event", "interaction")) {
            assertThat(scanned(database, table)).isBetween(20, 100);
        }
    }

    /** How many rows were looked at to find the 20 of two subjects. */
    private static int scanned(Database database, String table) {
        String sql = "explain analyze select subject_id from " + Dialect.H2.ofSubjects(table)
                + " and at > ? order by at, seq";
        String plan = database.batches().execute((java.sql.Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("varchar", new Object[] {"s-1", "s-2"}));
                statement.setObject(2, OffsetDateTime.now().minusYears(2));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        return SCANNED.matcher(String.valueOf(plan))
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElseThrow();
    }
}
