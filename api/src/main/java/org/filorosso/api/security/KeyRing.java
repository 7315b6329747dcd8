package org.filorosso.api.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys in memory, so that no request asks the database for one; read again every other second, so that a key taken
 * back on one node soon opens none. Kept as hashes in the data directory too: a node that starts without its database
 * knows who calls.
 */
final class KeyRing {
    private static final Duration COARSE = Duration.ofMinutes(5);

    private final KeyStore store;
    private final KeyFile copy;
    private final InstantSource clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private volatile Map<String, ApiKey> keys;

    KeyRing(KeyStore store, KeyFile copy, InstantSource clock) {
        this.store = store;
        this.copy = copy;
        this.clock = clock;
        this.keys = byId(copied(copy.read()));
    }

    /** Who holds the token; empty when nobody does, or no longer. */
    Optional<ApiKey> holder(String token) {
        Instant now = clock.instant();
        Optional<ApiKey> key = Secret.of(token)
                .flatMap(secret -> Optional.ofNullable(keys.get(secret.id()))
                        .filter(known -> secret.matches(known.hash()) && known.opens(now)));
        key.ifPresent(known -> used.put(known.id(), now));
        return key;
    }

    /** Makes a key; the answer is the only place where its secret ever stands. */
    Secret issue(Role role, String name, Caller by, @Nullable Instant expiresAt) {
        Secret secret = Secret.fresh();
        store.add(new ApiKey(secret.id(), role, secret.hash(), name, clock.instant(), by.id(), expiresAt, null, null));
        return secret;
    }

    /**
     * Reads them again, and writes down which were used.
     *
     * @throws org.springframework.dao.DataAccessException if the database is away; those known go on opening
     */
    synchronized void look() {
        List<ApiKey> stored = store.all();
        Map<String, ApiKey> now = byId(stored);
        if (!opening(now).equals(opening(keys))) {
            copy.write(copy(stored));
        }
        keys = now;
        used.entrySet().removeIf(this::written);
    }

    private boolean written(Map.Entry<String, Instant> use) {
        ApiKey key = keys.get(use.getKey());
        Instant last = key == null ? null : key.lastUsedAt();
        if (key != null && (last == null || last.plus(COARSE).isBefore(use.getValue()))) {
            store.used(use.getKey(), use.getValue());
        }
        return true;
    }

    private static Map<String, ApiKey> byId(List<ApiKey> all) {
        return all.stream().collect(Collectors.toMap(ApiKey::id, Function.identity()));
    }

    private static List<String> opening(Map<String, ApiKey> keys) {
        return keys.values().stream()
                .map(KeyRing::line)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    private static String copy(List<ApiKey> all) {
        return all.stream().map(KeyRing::line).collect(Collectors.joining());
    }

    // id role hash expiry, without names; what was taken back is left out
    private static String line(ApiKey key) {
        return key.revokedAt() != null
                ? ""
                : String.join(" ", key.id(), key.role().name(), key.hash(), String.valueOf(key.expiresAt())) + '\n';
    }

    private static List<ApiKey> copied(String text) {
        List<ApiKey> keys = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] part = line.split(" ");
            Instant expires = part[3].equals("null") ? null : Instant.parse(part[3]);
            keys.add(new ApiKey(part[0], Role.valueOf(part[1]), part[2], "", Instant.EPOCH, "", expires, null, null));
        }
        return keys;
    }
}
