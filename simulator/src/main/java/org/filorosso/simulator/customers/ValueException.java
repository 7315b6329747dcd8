package org.filorosso.simulator.customers;

import org.jspecify.annotations.Nullable;

/** A text or a JSON value is not what its attribute or field takes. */
public final class ValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    ValueException(String message, @Nullable String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    /** What to write instead, beginning with "Maybe", or null. */
    public @Nullable String hint() {
        return hint;
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
