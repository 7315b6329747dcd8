package org.filorosso.api.decision;

import java.util.Locale;

/** Something that an answer must do without. */
final class Shortfall extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Shortfall(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why, as callers and metrics see it. */
    enum Reason {
        /** The database cannot be reached. */
        DATABASE,
        /** It did not answer in time. */
        TIMEOUT,
        /** Too many wait for it. */
        OVERLOAD,
        /** What is stored cannot be used; the log says why. */
        FAILURE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
