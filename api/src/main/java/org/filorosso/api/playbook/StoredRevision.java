package org.filorosso.api.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a revision besides its content.
 *
 * @param revision 64 hex digits: the SHA-256 of what the playbook says
 * @param digest 64 hex digits: the SHA-256 of the stored zip
 * @param author who uploaded it first
 * @param note what the author said of it, may be empty
 * @param findings warnings of the upload, JSON
 * @param tested result of the last golden test, JSON, or null
 */
public record StoredRevision(
        String playbook,
        String revision,
        String digest,
        Status status,
        String author,
        String note,
        Instant createdAt,
        String findings,
        @Nullable String tested,
        @Nullable String approver,
        @Nullable Instant approvedAt) {

    /** How far it came. */
    public enum Status {
        DRAFT,
        APPROVED,
        /** It was live at least once. */
        PUBLISHED
    }
}
