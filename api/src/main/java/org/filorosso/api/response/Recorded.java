package org.filorosso.api.response;

import java.util.List;

/** The answer to responses, in their order. */
record Recorded(List<One> recorded) {

    /**
     * A response that is stored.
     *
     * @param granted false beyond a cap or a budget: then it is on record and not counted
     * @param duplicate true when it had been recorded before
     */
    record One(String key, String interactionId, String action, String outcome, boolean granted, boolean duplicate) {

        One again() {
            return new One(key, interactionId, action, outcome, granted, true);
        }
    }
}
