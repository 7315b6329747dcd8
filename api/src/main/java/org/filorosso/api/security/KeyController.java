package org.filorosso.api.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys: made, listed, taken back. A secret is told once, to whoever makes the key. */
@RestController
class KeyController {
    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);

    private final Database database;
    private final KeyRing ring;
    private final KeyStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    KeyController(Database database, KeyRing ring, KeyStore store, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.ring = ring;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked; a key without an end opens until it is taken back. */
    record Asked(
            @Nullable String role,
            @Nullable String name,
            @Nullable Instant expiresAt) {}

    /** A new key: the only answer that tells the secret. */
    record Made(
            String id,
            String key,
            String role,
            String name,
            @Nullable Instant expiresAt) {}

    /** A key as it is listed. */
    record Shown(
            String id,
            String role,
            String name,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    /** All of them, oldest first. */
    record Keys(List<Shown> keys) {}

    @GetMapping("/v1/keys")
    Keys list() {
        return new Keys(store.all().stream()
                .map(key -> new Shown(
                        key.id(),
                        key.role().code(),
                        key.name(),
                        key.createdAt(),
                        key.createdBy(),
                        key.expiresAt(),
                        key.revokedAt(),
                        key.lastUsedAt()))
                .toList());
    }

    @PostMapping("/v1/keys")
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@RequestBody Asked asked, Caller caller) {
        Role role = checked(asked);
        String name = String.valueOf(asked.name());
        Secret secret = database.inTransaction(() -> {
            Secret issued = ring.issue(role, name, caller, asked.expiresAt());
            audit.record(caller, "make key", "key/" + issued.id(), role.code());
            return issued;
        });
        ring.look();
        return new Made(secret.id(), secret.token(), role.code(), name, asked.expiresAt());
    }

    @DeleteMapping("/v1/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, Caller caller) {
        boolean revoked = database.inTransaction(() -> {
            boolean done = store.revoke(id, clock.instant());
            if (done) {
                audit.record(caller, "revoke key", "key/" + id, "");
            }
            return done;
        });
        if (!revoked) {
            throw Refusal.of(Kind.NOT_FOUND, "There is no such key, or it was taken back before.");
        }
        ring.look();
    }

    private Role checked(Asked asked) {
        List<Fault> faults = new ArrayList<>();
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.code().equals(asked.role()))
                .findFirst();
        if (role.isEmpty()) {
            List<String> roles = Arrays.stream(Role.values()).map(Role::code).toList();
            faults.add(
                    new Fault("/role", "is no role", asked.role(), Nearest.maybe(String.valueOf(asked.role()), roles)));
        }
        if (asked.name() == null || asked.name().isBlank() || asked.name().length() > LONGEST_NAME) {
            faults.add(
                    new Fault("/name", "is missing or longer than 200 characters", null, "Maybe its owner's system."));
        }
        Instant now = clock.instant();
        Instant end = asked.expiresAt();
        if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_LIFE)))) {
            faults.add(
                    new Fault("/expiresAt", "is past, or more than ten years away", end, "Maybe a day of next year."));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "The key cannot be made.", faults);
        }
        return role.orElseThrow();
    }
}
