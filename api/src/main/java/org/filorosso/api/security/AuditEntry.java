package org.filorosso.api.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One act.
 *
 * @param seq from 1, without gaps
 * @param previousHash of the entry before; {@code beginning} for the first
 * @param hash over all else
 */
record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String role,
        String act,
        String target,
        String detail,
        String previousHash,
        String hash) {

    /** The entry with its hash. */
    AuditEntry sealed() {
        return new AuditEntry(seq, at, actor, role, act, target, detail, previousHash, seal());
    }

    /** Whether nobody changed it. */
    boolean intact() {
        return hash.equals(seal());
    }

    // each part with its length, so that no two entries read the same
    private String seal() {
        StringBuilder text = new StringBuilder();
        for (String part :
                new String[] {Long.toString(seq), at.toString(), actor, role, act, target, detail, previousHash}) {
            text.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part)
                    .append('\n');
        }
        return Secret.sha256(text.toString());
    }
}
