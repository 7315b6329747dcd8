package org.filorosso.api.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.filorosso.api.drill.Telco;

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

    /** Writes them. */
    void write(String url, String user) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int n = 0; n < subjects * each; n++) {
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
    }

    private void set(PreparedStatement insert, int n) throws SQLException {
        Random random = new Random(n);
        String outcome = pick(random, OUTCOMES);
        String channel = pick(random, CHANNELS);
        boolean outbound = outcome.equals("sent") || channel.equals("email");
        Duration ago = Duration.ofHours(1).plusMinutes(random.nextInt(DAYS * 24 * 60));
        List<Object> values = List.of(
                Instant.now().minus(ago).atOffset(ZoneOffset.UTC),
                Instant.now().atOffset(ZoneOffset.UTC),
                "past-" + n,
                Telco.id(n % subjects),
                pick(random, ACTIONS),
                outcome,
                channel,
                outbound ? "outbound" : "inbound",
                "past-" + n);
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
