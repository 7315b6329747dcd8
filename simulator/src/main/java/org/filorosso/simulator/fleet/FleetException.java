package org.filorosso.simulator.fleet;

import org.jspecify.annotations.Nullable;

/** Machines failed, or refused their work; the message is for the user. */
public final class FleetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * @param code exit code of the command, not 0
     * @param message what, where, and "Maybe ..."
     * @param cause null where the message says it all
     */
    public FleetException(int code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The exit code of the command. */
    public int code() {
        return code;
    }
}
