package org.filorosso.api.security;

import java.time.Instant;
import java.util.List;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done to the service, by whom. */
@RestController
class AuditController {
    private static final int MOST = 1_000;

    private final ChainedAuditLog log;

    AuditController(ChainedAuditLog log) {
        this.log = log;
    }

    /** An entry as it is answered. */
    record Shown(
            long seq, Instant at, String actor, String role, String act, String target, String detail, String hash) {}

    /**
     * A page.
     *
     * @param intact whether the chain of hashes holds from the entry before this page to its last
     * @param brokenAt where it does not
     */
    record Answer(
            List<Shown> items,
            @Nullable Long next,
            boolean intact,
            @Nullable Long brokenAt) {}

    @GetMapping("/v1/audit")
    Answer read(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        if (after < 0 || limit < 1 || limit > MOST) {
            throw Refusal.of(Kind.MALFORMED, "after is 0 or more, limit is 1 to 1,000.");
        }
        ChainedAuditLog.Page page = log.page(after, limit);
        List<Shown> items = page.entries().stream().map(AuditController::shown).toList();
        return new Answer(items, page.next(), page.brokenAt() == null, page.brokenAt());
    }

    private static Shown shown(AuditEntry entry) {
        return new Shown(
                entry.seq(),
                entry.at(),
                entry.actor(),
                entry.role(),
                entry.act(),
                entry.target(),
                entry.detail(),
                entry.hash());
    }
}
