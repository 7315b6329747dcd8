package org.filorosso.api.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a caller holds: {@code fr_<id>.<secret>}.
 *
 * @param id of the key, public
 * @param secret 32 random bytes in Base64 for addresses; never stored
 */
record Secret(String id, String secret) {
    private static final String PREFIX = "fr_";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 200;

    /** A new one. */
    static Secret fresh() {
        return new Secret(
                HexFormat.of().formatHex(random(6)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Whether a token says of itself that it is a key. */
    static boolean claimedBy(String token) {
        return token.startsWith(PREFIX);
    }

    /** The parts of a token; empty when it has another form. */
    static Optional<Secret> of(String token) {
        int dot = token.indexOf('.');
        if (!claimedBy(token) || dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new Secret(token.substring(PREFIX.length(), dot), token.substring(dot + 1)));
    }

    /** What is stored of it. */
    String hash() {
        return sha256(secret);
    }

    /** Compares in a time that does not depend on how much of it is right. */
    boolean matches(String hash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** As its owner sends it. */
    String token() {
        return PREFIX + id + '.' + secret;
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
