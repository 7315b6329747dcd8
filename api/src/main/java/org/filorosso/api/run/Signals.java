package org.filorosso.api.run;

import org.jspecify.annotations.Nullable;

/** What a worker has to heed in the middle of a run. Set by other threads. */
final class Signals {
    private volatile @Nullable Why why;

    /** Why a run is not gone on with. */
    enum Why {
        /** Somebody asked for its end. */
        CANCELLED,
        /** The node stops; the run goes on elsewhere or later. */
        STOPPING,
        /** It is another node's turn. */
        LOST
    }

    /** Ends the work on a run where it stands. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Why why;

        Interrupted(Why why) {
            super(why.name());
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    void clear() {
        if (why != Why.STOPPING) {
            why = null;
        }
    }

    /** The first reason counts, but a node that stops stops. */
    void set(Why reason) {
        if (why == null || reason == Why.STOPPING) {
            why = reason;
        }
    }

    boolean stopping() {
        return why == Why.STOPPING;
    }

    /** @throws Interrupted if there is a reason to end */
    void check() {
        Why reason = why;
        if (reason != null) {
            throw new Interrupted(reason);
        }
    }
}
