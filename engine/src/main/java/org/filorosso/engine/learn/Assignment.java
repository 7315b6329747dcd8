package org.filorosso.engine.learn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Every choice by chance, as a hash: the same parts give the same number on every node, after a restart and in any
 * recomputation from the log.
 */
public final class Assignment {

    private static final double TWO_TO_53 = 0x1p53;

    private Assignment() {}

    /** A number in [0, 1): the first 53 bits of the SHA-256 of the parts joined by a line feed, over 2^53. */
    public static double unit(String... parts) {
        return (bits(parts) >>> 11) / TWO_TO_53;
    }

    /** The first 64 bits of the same hash, to seed draws with. */
    public static long bits(String... parts) {
        byte[] digest = digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << 8) | (digest[i] & 0xff);
        }
        return bits;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }

    /**
     * The place of {@code unit} among cumulated shares.
     *
     * @param shares each 0..1, in file order
     * @return the index of the share it falls into, or {@code shares.length} beyond their sum
     */
    public static int pick(double unit, double... shares) {
        double cumulated = 0;
        for (int i = 0; i < shares.length; i++) {
            cumulated += shares[i];
            if (unit < cumulated) {
                return i;
            }
        }
        return shares.length;
    }
}
