package org.filorosso.api.playbook;

import java.util.List;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.golden.GoldenReport;
import org.springframework.stereotype.Component;

/** Stored revisions, for those who review them. */
@Component
public class Revisions {
    private static final int FEWEST_DIGITS = 12;
    private static final int MOST_DIGITS = 64;

    private final RevisionStore store;
    private final Publishing publishing;

    Revisions(RevisionStore store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    /**
     * A revision by its first digits.
     *
     * @param digits 12 to 64 hex digits
     * @throws Refusal if it is not known, or several begin so
     */
    public StoredRevision find(String playbook, String digits) {
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            throw unknown(playbook, digits);
        }
        List<StoredRevision> found = store.find(playbook, digits);
        if (found.isEmpty()) {
            throw unknown(playbook, digits);
        }
        if (found.size() > 1) {
            throw Refusal.of(
                    Kind.CONFLICT,
                    "Several revisions of " + playbook + " begin with " + digits + ". Maybe give all 64 digits.");
        }
        return found.get(0);
    }

    private static Refusal unknown(String playbook, String digits) {
        return Refusal.of(
                Kind.NOT_FOUND,
                "There is no revision " + digits + " of " + playbook + ". Maybe one of GET /v1/playbooks/" + playbook
                        + "/revisions.");
    }

    /**
     * Reads a revision again as it was uploaded.
     *
     * @throws Refusal if what is stored was changed since
     */
    public CheckedPlaybook read(StoredRevision revision) {
        return publishing.read(revision);
    }

    /** Runs its golden customers and remembers the result. */
    public GoldenReport test(StoredRevision revision) {
        return publishing.test(revision, read(revision));
    }
}
