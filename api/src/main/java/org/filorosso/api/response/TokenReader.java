package org.filorosso.api.response;

import org.filorosso.api.decision.ResponseToken;
import org.jspecify.annotations.Nullable;

/** Reads the tokens that answers carry. */
interface TokenReader {

    /** What a token says, or null when it is none of ours or was changed. */
    @Nullable
    ResponseToken read(String token);
}
