package org.filorosso.engine.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a subject besides the log.
 *
 * @param preferredChannels in the subject's own order; empty when none is stated
 * @param consents null when consents are not known at all: then contacts that needed one are not judged
 * @param products what the subject owned, and since when, apart from what the log shows to be accepted
 */
public record Known(
        List<String> preferredChannels, @Nullable Consents consents, Map<String, Instant> products) {

    /** Nothing but the log. */
    public static final Known NOTHING = new Known(List.of(), null, Map.of());

    /** What the subject had said at a moment. */
    @FunctionalInterface
    public interface Consents {

        /** @return true given, false refused, null never asked or lapsed */
        @Nullable
        Boolean at(String purpose, Instant at);
    }
}
