package org.filorosso.api.report;

/** An answer that could not be written to its end. */
final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(Throwable cause) {
        super("A log or report could not be written to its end", cause);
    }
}
