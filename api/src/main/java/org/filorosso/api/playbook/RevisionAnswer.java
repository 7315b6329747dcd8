package org.filorosso.api.playbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A revision as answered.
 *
 * @param status {@code draft}, {@code approved} or {@code published}
 * @param live whether it decides now, on this node
 * @param digest of the content: what an approval is bound to
 * @param tested the last golden test, or null
 * @param warnings of the upload; left out of lists
 */
record RevisionAnswer(
        String playbook,
        String revision,
        String status,
        boolean live,
        String digest,
        String author,
        String note,
        Instant createdAt,
        @Nullable String approver,
        @Nullable Instant approvedAt,
        @Nullable JsonNode tested,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode warnings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RevisionAnswer of(StoredRevision stored, boolean live) {
        return answer(stored, live, JSON.readTree(stored.findings()));
    }

    static RevisionAnswer listed(StoredRevision stored, boolean live) {
        return answer(stored, live, null);
    }

    private static RevisionAnswer answer(StoredRevision stored, boolean live, @Nullable JsonNode warnings) {
        return new RevisionAnswer(
                stored.playbook(),
                stored.revision(),
                stored.status().name().toLowerCase(Locale.ROOT),
                live,
                stored.digest(),
                stored.author(),
                stored.note(),
                stored.createdAt(),
                stored.approver(),
                stored.approvedAt(),
                stored.tested() == null ? null : JSON.readTree(stored.tested()),
                warnings);
    }
}
