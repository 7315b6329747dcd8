package org.filorosso.simulator.cli;

/** Ends a command with a message for the user and an exit code. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The playbook or a test failed. */
    static Refusal refused(String message) {
        return new Refusal(ExitCode.REFUSED, message);
    }

    /** Data or a path is bad. */
    static Refusal badInput(String message) {
        return new Refusal(ExitCode.BAD_INPUT, message);
    }

    int code() {
        return code;
    }
}
