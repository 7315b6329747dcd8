package org.filorosso.api.decision;

import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision read: with it and its revision it is decided again, to the same bytes.
 *
 * @param learntId snapshot of what was learnt, or null where nothing was; its counts are not in the record itself
 */
record Facts(
        Subject subject,
        Request request,
        State state,
        @Nullable String learntId) {

    /**
     * Facts as they are kept.
     *
     * @param bytes in the form of {@link FactsWriter}
     * @param digest SHA-256 of the bytes, 64 hex digits
     */
    record Packed(byte[] bytes, String digest) {}
}
