package org.filorosso.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored.
 *
 * @param hash SHA-256 of the secret, 64 hex digits
 * @param name what its owner calls it
 * @param createdBy id of who made it
 * @param expiresAt from when it no longer opens, or null
 * @param revokedAt when it was taken back, or null
 * @param lastUsedAt to some minutes, or null
 */
record ApiKey(
        String id,
        Role role,
        String hash,
        String name,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** Whether it opens at that time. */
    boolean opens(Instant at) {
        return revokedAt == null && (expiresAt == null || at.isBefore(expiresAt));
    }
}
