package org.filorosso.api.playbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filorosso.api.playbook.StoredRevision.Status;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/** Revisions, which of them is live, and which were. */
final class RevisionStore {
    private static final String COLUMNS =
            "playbook, revision, digest, status, author, note, created_at, findings, tested,"
                    + " approver, approved_at";
    private static final int FEWEST_TO_TELL_APART = 2;

    private final Database database;

    RevisionStore(Database database) {
        this.database = database;
    }

    /** Stores a revision; false, and nothing changed, when it is known. */
    boolean add(StoredRevision added, byte[] content) {
        return database.sql()
                        .sql("insert into playbook_revision (content, " + COLUMNS + ")"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .param(content)
                        .param(added.playbook())
                        .param(added.revision())
                        .param(added.digest())
                        .param(code(added.status()))
                        .param(added.author())
                        .param(added.note())
                        .param(time(added.createdAt()))
                        .param(added.findings())
                        .param(added.tested())
                        .param(added.approver())
                        .param(added.approvedAt() == null ? null : time(added.approvedAt()))
                        .update()
                == 1;
    }

    /** Those whose revision begins with these hex digits; two at most. */
    List<StoredRevision> find(String playbook, String digits) {
        return database.sql()
                .sql("select " + COLUMNS + " from playbook_revision where playbook = ? and revision like ?"
                        + " order by revision limit " + FEWEST_TO_TELL_APART)
                .params(playbook, digits + "%")
                .query(RevisionStore::revision)
                .list();
    }

    /** The latest uploads, latest first. */
    List<StoredRevision> latest(String playbook, int limit) {
        return database.sql()
                .sql("select " + COLUMNS + " from playbook_revision where playbook = ?"
                        + " order by created_at desc, revision limit ?")
                .params(playbook, limit)
                .query(RevisionStore::revision)
                .list();
    }

    /** Whether anybody but this author ever published a revision of the playbook. */
    boolean publishedByOthers(String playbook, String author) {
        return database.sql()
                        .sql("select count(*) from publication where playbook = ? and published_by <> ?")
                        .params(playbook, author)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The names of all playbooks, drafts among them. */
    List<String> names() {
        return database.sql()
                .sql("select distinct playbook from playbook_revision order by playbook")
                .query(String.class)
                .list();
    }

    Optional<byte[]> content(String playbook, String revision) {
        return database.sql()
                .sql("select content from playbook_revision where playbook = ? and revision = ?")
                .params(playbook, revision)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void tested(String playbook, String revision, String result) {
        database.sql()
                .sql("update playbook_revision set tested = ? where playbook = ? and revision = ?")
                .params(result, playbook, revision)
                .update();
    }

    /** Approves a draft of somebody else with this very content; of two at once, one succeeds. */
    boolean approve(StoredRevision draft, String approver, Instant at) {
        return database.sql()
                        .sql(
                                "update playbook_revision set status = 'approved', approver = ?, approved_at = ?"
                                        + " where playbook = ? and revision = ? and digest = ? and status = 'draft' and author <> ?")
                        .params(approver, time(at), draft.playbook(), draft.revision(), draft.digest(), approver)
                        .update()
                == 1;
    }

    /** Makes a revision live, in the running transaction; publications of one playbook come one after the other. */
    Publication publish(String playbook, String revision, String by, Instant at) {
        database.sql()
                .sql("insert into live_playbook (playbook, revision, version, published_at, published_by)"
                        + " values (?, ?, 0, ?, ?) on conflict do nothing")
                .params(playbook, revision, time(at), by)
                .update();
        database.sql()
                .sql("update live_playbook set revision = ?, version = version + 1, published_at = ?, published_by = ?"
                        + " where playbook = ?")
                .params(revision, time(at), by, playbook)
                .update();
        database.sql()
                .sql("insert into publication (playbook, version, revision, published_at, published_by)"
                        + " select playbook, version, revision, published_at, published_by from live_playbook"
                        + " where playbook = ?")
                .param(playbook)
                .update();
        database.sql()
                .sql("update playbook_revision set status = 'published' where playbook = ? and revision = ?")
                .params(playbook, revision)
                .update();
        return live(playbook).orElseThrow();
    }

    /** What is live of every playbook. */
    List<Publication> live() {
        return database.sql()
                .sql(
                        "select playbook, revision, version, published_at, published_by from live_playbook order by playbook")
                .query(RevisionStore::publication)
                .list();
    }

    Optional<Publication> live(String playbook) {
        return database.sql()
                .sql("select playbook, revision, version, published_at, published_by from live_playbook"
                        + " where playbook = ?")
                .param(playbook)
                .query(RevisionStore::publication)
                .optional();
    }

    /** The latest publication of another revision than the one that is live. */
    Optional<Publication> before(Publication live) {
        return database.sql()
                .sql("select playbook, revision, version, published_at, published_by from publication"
                        + " where playbook = ? and version < ? and revision <> ? order by version desc limit 1")
                .params(live.playbook(), live.version(), live.revision())
                .query(RevisionStore::publication)
                .optional();
    }

    private static StoredRevision revision(ResultSet row, int number) throws SQLException {
        return new StoredRevision(
                row.getString("playbook"),
                row.getString("revision"),
                row.getString("digest"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("author"),
                row.getString("note"),
                at(row, "created_at"),
                row.getString("findings"),
                row.getString("tested"),
                row.getString("approver"),
                maybeAt(row, "approved_at"));
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getString("playbook"),
                row.getString("revision"),
                row.getLong("version"),
                at(row, "published_at"),
                row.getString("published_by"));
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String code(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
