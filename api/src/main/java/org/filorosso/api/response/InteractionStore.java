package org.filorosso.api.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.HistoryEntry;
import org.filorosso.api.subject.StoredCodes;
import org.filorosso.engine.history.Interaction;
import org.jspecify.annotations.Nullable;

/** The rows of the history that responses make. Append-only. */
final class InteractionStore {
    private static final String INSERT = "insert into interaction (at, recorded_at, interaction_id, subject_id,"
            + " action, outcome, channel, direction, rank, playbook, revision, stage, treatment, amount, price, reason,"
            + " resume_at, team, offered, granted, charged, response_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;

    InteractionStore(Database database) {
        this.database = database;
    }

    /** Of whom and of what the past is asked. */
    record About(String subject, String action) {}

    /**
     * A row.
     *
     * @param charged what it used up, empty where nothing
     */
    record Past(Interaction row, String stage, boolean offered, List<Charge> charged) {}

    /** A response and what became of it. */
    record Outcoming(Response response, boolean granted, List<Charge> charged) {

        HistoryEntry entry() {
            return new HistoryEntry.Outcoming(response.subject(), response.row());
        }

        Past past() {
            return new Past(response.row(), response.proposal().stage(), response.offered(), charged);
        }
    }

    void add(List<Outcoming> rows, Instant now) {
        database.batches()
                .batchUpdate(INSERT, rows.stream().map(row -> values(row, now)).toList());
    }

    private static Object[] values(Outcoming row, Instant now) {
        Response response = row.response();
        Proposal proposal = response.proposal();
        Interaction.Details details = response.details();
        return new @Nullable Object[] {
            Times.sql(response.at()),
            Times.sql(now),
            proposal.interactionId(),
            proposal.subjectId(),
            proposal.action(),
            response.outcome().code(),
            response.channel(),
            response.direction().code(),
            proposal.rank(),
            proposal.playbook(),
            proposal.revision(),
            proposal.stage(),
            proposal.treatment(),
            details.value(),
            details.price(),
            details.reason(),
            Times.sqlOrNull(details.resumeAt()),
            details.by(),
            response.offered(),
            row.granted(),
            row.charged().isEmpty() ? null : Charge.write(row.charged()),
            response.key()
        };
    }

    /** What each subject did about each action, oldest first. */
    Map<About, List<Past>> past(Collection<About> abouts) {
        Map<About, List<Past>> found = new HashMap<>();
        database.sql()
                .sql("select * from interaction where subject_id = any(?) and action = any(?) order by at, seq")
                .params(
                        abouts.stream().map(About::subject).distinct().toArray(String[]::new),
                        abouts.stream().map(About::action).distinct().toArray(String[]::new))
                .query(row -> {
                    About about = new About(row.getString("subject_id"), row.getString("action"));
                    found.computeIfAbsent(about, unknown -> new ArrayList<>()).add(past(row));
                });
        return found;
    }

    private static Past past(ResultSet row) throws SQLException {
        Interaction interaction = new Interaction(
                row.getString("interaction_id"),
                Times.of(row, "at"),
                row.getString("action"),
                StoredCodes.outcome(row.getString("outcome")),
                row.getString("channel"),
                StoredCodes.direction(row.getString("direction")),
                row.getInt("rank"),
                Interaction.Details.NONE);
        String playbook = row.getString("playbook");
        String stage = row.getString("stage");
        return new Past(
                interaction,
                stage == null ? "" : stage,
                row.getBoolean("offered"),
                playbook == null ? List.of() : Charge.read(playbook, row.getString("charged")));
    }

    /** Which of the interactions were counted as a contact by an earlier response. */
    Set<String> contacted(Collection<String> interactions) {
        if (interactions.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(database.sql()
                .sql("select distinct interaction_id from interaction where interaction_id = any(?)"
                        + " and direction = 'outbound' and outcome in ('sent', 'presented')")
                .params(new Object[] {interactions.toArray(String[]::new)})
                .query(String.class)
                .list());
    }
}
