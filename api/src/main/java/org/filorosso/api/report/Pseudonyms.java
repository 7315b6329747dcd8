package org.filorosso.api.report;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.springframework.stereotype.Component;

/**
 * Names that stand for subjects where somebody may count them and not know them: HMAC-SHA256 under a secret of this
 * installation, so that the same subject has the same name in every log, and nobody can work back from it.
 */
@Component
public final class Pseudonyms {
    private static final String SECRET = "pseudonyms";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Database database;
    private final DatabaseClock clock;

    Pseudonyms(Database database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How a caller sees ids: only who may export persons sees them as they are. One thread at a time. */
    UnaryOperator<String> seenBy(Caller who) {
        return who.role() == Role.ADMIN ? UnaryOperator.identity() : keyed();
    }

    /** The names; the same at every call. One thread at a time. */
    public UnaryOperator<String> keyed() {
        Mac mac = mac();
        return id -> id.isEmpty() ? id : name(mac, id);
    }

    private static String name(Mac mac, String id) {
        byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
        return "p-" + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** Made by whichever node needs it first. */
    private byte[] secret() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        database.sql()
                .sql("insert into service_secret (name, secret, created_at) values (?, ?, ?) on conflict do nothing")
                .params(SECRET, HexFormat.of().formatHex(fresh), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String kept = database.sql()
                .sql("select secret from service_secret where name = ?")
                .param(SECRET)
                .query(String.class)
                .single();
        return HexFormat.of().parseHex(kept);
    }
}
