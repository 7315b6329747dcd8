package org.filorosso.engine.golden;

import org.jspecify.annotations.Nullable;

/**
 * One thing that ended otherwise than expected.
 *
 * @param about the key of the expectation, such as {@code top} or {@code dropped}
 * @param expected what was expected, in words
 * @param actual what happened, in words
 * @param because why it happened, or null where nothing explains it
 * @param hint what to look at, beginning with "Maybe", or null
 */
public record Mismatch(
        String about,
        String expected,
        String actual,
        @Nullable String because,
        @Nullable String hint) {

    static Mismatch of(String about, String expected, String actual) {
        return new Mismatch(about, expected, actual, null, null);
    }

    Mismatch because(@Nullable String reason, @Nullable String maybe) {
        return new Mismatch(about, expected, actual, reason, maybe);
    }

    /** In one to four lines; continuation lines are indented. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(about + ": expected " + expected + "\n  but was " + actual);
        if (because != null) {
            text.append("\n  because ").append(because);
        }
        return hint == null ? text.toString() : text.append("\n  ").append(hint).toString();
    }
}
