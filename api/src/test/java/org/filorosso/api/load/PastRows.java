package org.filorosso.api.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.filorosso.api.drill.Telco;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.subject.HistoryEntry;
import org.filorosso.api.subject.HistoryPages;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/**
 * Gives customers a past, straight into the table of interactions: no endpoint takes the results of years yet. The
 * service does not run meanwhile.
 */
final class PastRows {
    private static final List<String> ACTIONS = List.of(
            "activate-app",
            "autopay-setup",
            "move-to-fibre",
            "wifi-mesh",
            "online-security",
            "online-backup",
            "tech-support",
            "streaming-tv",
            "second-line",
            "one-year-contract",
            "bundle-discount",
            "bill-explained",
            "loyalty-gift");
    private static final List<String> CHANNELS = List.of("contact-centre", "app", "email");
    private static final List<String> OUTCOMES = List.of(
            "presented", "presented", "presented", "sent", "clicked", "ignored", "rejected", "later", "accepted");
    private static final int DAYS = 350;
    private static final int BATCH = 1000;
    private static final int PAGES = 250;
    private static final String INSERT =
            "insert into interaction (at, recorded_at, interaction_id, subject_id, action, "
                    + "outcome, channel, direction, rank, playbook, offered, granted, response_key) "
                    + "values (?, ?, ?, ?, ?, ?, ?, ?, 1, 'telco', true, true, ?)";

    private final int subjects;
    private final int each;

    /** @param each interactions of a subject, over the last year */
    PastRows(int subjects, int each) {
        this.subjects = subjects;
        this.each = each;
    }

    /** Writes them; the last of each subject as the service does, with his page. */
    void write(String url, String user) throws SQLException {
        int before = subjects * (each - 1);
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < before; n++) {
                set(insert, n);
                insert.addBatch();
                if (n % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        try (HikariDataSource source = source(url, user)) {
            Database database = Database.of(source, Dialect.of(url));
            for (int n = before; n < subjects * each; n += PAGES) {
                int first = n;
                database.inTransaction(() -> last(database, first, Math.min(subjects * each, first + PAGES)));
            }
        }
    }

    private static HikariDataSource source(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private boolean last(Database database, int from, int to) {
        List<Object[]> rows =
                IntStream.range(from, to).mapToObj(n -> values(n).toArray()).toList();
        database.batches().batchUpdate(INSERT, rows);
        new HistoryPages(database).append(rows.stream().map(PastRows::entry).toList());
        return true;
    }

    private static HistoryEntry entry(Object[] row) {
        return new HistoryEntry.Outcoming(
                (String) row[3],
                new Interaction(
                        (String) row[2],
                        ((OffsetDateTime) row[0]).toInstant(),
                        (String) row[4],
                        Outcome.valueOf(((String) row[5]).toUpperCase(Locale.ROOT)),
                        (String) row[6],
                        Direction.valueOf(((String) row[7]).toUpperCase(Locale.ROOT)),
                        1,
                        Interaction.Details.NONE));
    }

    private void set(PreparedStatement insert, int n) throws SQLException {
        List<Object> values = values(n);
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }

    private List<Object> values(int n) {
        Random random = new Random(n);
        String outcome = pick(random, OUTCOMES);
        String channel = pick(random, CHANNELS);
        boolean outbound = outcome.equals("sent") || channel.equals("email");
        Duration ago = Duration.ofHours(1).plusMinutes(random.nextInt(DAYS * 24 * 60));
        return List.of(
                Instant.now().minus(ago).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                Instant.now().atOffset(ZoneOffset.UTC),
                "past-" + n,
                Telco.id(n % subjects),
                pick(random, ACTIONS),
                outcome,
                channel,
                outbound ? "outbound" : "inbound",
                "past-" + n);
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
