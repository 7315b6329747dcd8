package org.filorosso.api.response;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Some keys were used for another response: whoever sent these is refused, and the others are recorded without them. */
final class Reused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Response> responses;

    private Reused(Set<Response> responses) {
        super("A key was used for another response", null, false, false);
        this.responses = responses;
    }

    /**
     * Looks for them.
     *
     * @param known digest of what stands under the key of a response; its own where nothing does
     */
    static void check(List<Response> responses, Function<Response, String> known) {
        Set<Response> reused = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Response response : responses) {
            if (!known.apply(response).equals(response.digest())) {
                reused.add(response);
            }
        }
        if (!reused.isEmpty()) {
            throw new Reused(reused);
        }
    }

    /** Those that come too late for their key. */
    Set<Response> responses() {
        return responses;
    }
}
