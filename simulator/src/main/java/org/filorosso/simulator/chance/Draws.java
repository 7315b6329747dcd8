package org.filorosso.simulator.chance;

/**
 * Common random numbers: a draw is a function of the seed and of what it is about, never of the order in which draws are
 * made, of the thread, or of the policy that is tried. Two policies that do the same to a customer on a day meet the same
 * luck.
 *
 * <p>The parts are mixed by the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014, figure 13), once per part.
 *
 * @param seed any number
 */
public record Draws(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    /** A number in (0, 1) for these parts; their order counts. */
    public double unit(long... parts) {
        // half a step up, so that it is never 0
        return ((bits(parts) >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    /** 64 bits for these parts; their order counts. */
    public long bits(long... parts) {
        long bits = mixed(seed + GOLDEN);
        for (long part : parts) {
            bits = mixed((bits ^ part) + GOLDEN);
        }
        return bits;
    }

    /** A whole number from 0 to {@code bound} - 1 for these parts. */
    public int below(int bound, long... parts) {
        return (int) (unit(parts) * bound);
    }

    /** What a text is among the parts. */
    public static long part(String text) {
        long bits = text.length();
        for (int i = 0; i < text.length(); i++) {
            bits = mixed((bits ^ text.charAt(i)) + GOLDEN);
        }
        return bits;
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
