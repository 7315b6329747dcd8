package org.filorosso.api.playbook;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.filorosso.api.playbook.StoredRevision.Status;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.security.AuditLog;
import org.filorosso.api.security.Caller;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.golden.GoldenReport;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The way of a revision: uploaded, approved by another person, published, and back. Every act is in the audit log. */
@Component
class Publishing {
    private final Database database;
    private final RevisionStore store;
    private final DatabaseClock clock;
    private final AuditLog audit;
    private final JsonMapper json = JsonMapper.builder().build();

    Publishing(Database database, RevisionStore store, DatabaseClock clock, AuditLog audit) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * What became of an upload.
     *
     * @param added false when the revision was known, and stays as it was
     */
    record Uploaded(StoredRevision revision, boolean added) {}

    /**
     * Stores a draft.
     *
     * @param checked without errors, and of the name it is uploaded to
     * @throws Refusal with all problems if it has errors
     */
    Uploaded upload(CheckedPlaybook checked, Caller author, String note) {
        byte[] content = zip(checked);
        StoredRevision draft = draft(checked, Digest.of(content), author, note.strip());
        return database.inTransaction(() -> {
            boolean added = store.add(draft, content);
            if (added) {
                record(author, "upload", draft, "digest " + draft.digest());
            }
            return new Uploaded(store.find(draft.playbook(), draft.revision()).get(0), added);
        });
    }

    private static byte[] zip(CheckedPlaybook checked) {
        checked.orRefuse();
        return checked.zip();
    }

    private StoredRevision draft(CheckedPlaybook checked, String digest, Caller author, String note) {
        Playbook playbook = checked.orRefuse();
        return new StoredRevision(
                playbook.name(),
                playbook.revision(),
                digest,
                Status.DRAFT,
                author.id(),
                note,
                clock.instant(),
                json.writeValueAsString(checked.warnings()),
                null,
                null,
                null);
    }

    /**
     * Approves a draft.
     *
     * @param digest of the content that was looked at, or null: that which is stored
     * @throws Refusal if it is the caller's own, no draft any more, or another content
     */
    StoredRevision approve(StoredRevision draft, Caller approver, @Nullable String digest) {
        if (digest != null && !digest.equals(draft.digest())) {
            throw conflict("The content is another than the one approved: its digest is " + draft.digest() + ".");
        }
        refuseOwn(draft, approver, "approve");
        return database.inTransaction(() -> {
            if (!store.approve(draft, approver.id(), clock.instant())) {
                throw conflict("The revision is no draft any more.");
            }
            record(approver, "approve", draft, "digest " + draft.digest());
            return store.find(draft.playbook(), draft.revision()).get(0);
        });
    }

    private static void refuseOwn(StoredRevision revision, Caller caller, String act) {
        if (revision.author().equals(caller.id())) {
            throw conflict("Nobody may " + act + " a draft of his own: somebody else has to look at it.");
        }
    }

    private static Refusal conflict(String detail) {
        return Refusal.of(Kind.CONFLICT, detail);
    }

    /**
     * Makes an approved revision live on every node.
     *
     * @throws Refusal if it is not approved, is the caller's own, was changed since, or fails its golden tests
     */
    Publication publish(StoredRevision revision, Caller publisher) {
        if (revision.status() == Status.DRAFT) {
            throw conflict("The revision is a draft: it has to be approved first.");
        }
        refuseOwn(revision, publisher, "publish");
        List<Fault> faults = GoldenTests.against(test(revision, read(revision)));
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.PLAYBOOK, "The revision fails its own golden tests.", faults);
        }
        return database.inTransaction(() -> published(revision, publisher, "publish"));
    }

    private Publication published(StoredRevision revision, Caller publisher, String act) {
        Publication publication =
                store.publish(revision.playbook(), revision.revision(), publisher.id(), clock.instant());
        record(publisher, act, revision, "version " + publication.version());
        return publication;
    }

    /** Runs the golden customers of a stored revision, and remembers the result. */
    GoldenReport test(StoredRevision revision, CheckedPlaybook checked) {
        GoldenReport report = GoldenTests.run(checked);
        store.tested(revision.playbook(), revision.revision(), json.writeValueAsString(summary(report)));
        return report;
    }

    private TestSummary summary(GoldenReport report) {
        return new TestSummary(
                clock.instant(),
                report.passed(),
                report.failed(),
                report.coverage().share().percent());
    }

    /**
     * The result of a golden test.
     *
     * @param coveragePercent 0 to 100
     */
    record TestSummary(Instant at, int passed, int failed, double coveragePercent) {}

    /**
     * Makes the revision live again that was live before this one.
     *
     * @throws Refusal if there is none
     */
    Publication rollBack(String playbook, Caller caller) {
        Publication live = store.live(playbook).orElseThrow(() -> conflict("Nothing of this playbook is live."));
        Publication before = store.before(live)
                .orElseThrow(() -> conflict("Only one revision was ever live: there is nothing to roll back to."));
        StoredRevision revision = store.find(playbook, before.revision()).get(0);
        read(revision).orRefuse();
        return database.inTransaction(() -> {
            // of two at once, the second would go forward again
            if (store.live(playbook).filter(live::equals).isEmpty()) {
                throw conflict("Something else was published meanwhile.");
            }
            return published(revision, caller, "roll back");
        });
    }

    /**
     * A revision as stored, read again.
     *
     * @throws Refusal if what is stored is not what was uploaded
     */
    CheckedPlaybook read(StoredRevision revision) {
        byte[] content = store.content(revision.playbook(), revision.revision())
                .orElseThrow(() -> new IllegalStateException("The content is missing"));
        if (!Digest.of(content).equals(revision.digest())) {
            throw conflict("The content was changed since it was uploaded: its digest is no longer " + revision.digest()
                    + ".");
        }
        return CheckedPlaybook.read(content, revision.playbook() + ".zip", today());
    }

    /** The day for which warnings are given. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Publishes a playbook of the start when its revision is not known.
     *
     * @param replacing whether it may replace what somebody else published
     * @return what is wrong with it, each problem with its place; empty when it is live, or was known
     */
    List<String> atStart(Path path, Caller service, boolean replacing) {
        CheckedPlaybook checked = CheckedPlaybook.read(path, today());
        Playbook playbook = checked.playbook();
        if (playbook == null) {
            return checked.problems().stream().map(Problem::toString).toList();
        }
        if (!store.find(playbook.name(), playbook.revision()).isEmpty()
                || (!replacing && store.publishedByOthers(playbook.name(), service.id()))) {
            return List.of();
        }
        GoldenReport report = GoldenTests.run(checked);
        List<Fault> faults = GoldenTests.against(report);
        if (faults.isEmpty()) {
            byte[] content = checked.zip();
            publishFirst(draft(checked, Digest.of(content), service, "of the start"), content, report, service);
        }
        return faults.stream().map(Fault::message).toList();
    }

    private void publishFirst(StoredRevision draft, byte[] content, GoldenReport report, Caller service) {
        database.inTransaction(() -> {
            // another node may have been faster
            if (store.add(draft, content)) {
                store.tested(draft.playbook(), draft.revision(), json.writeValueAsString(summary(report)));
                published(draft, service, "publish");
            }
            return true;
        });
    }

    private void record(Caller who, String act, StoredRevision what, String detail) {
        audit.record(who, act, what.playbook() + "/" + what.revision(), detail);
    }
}
