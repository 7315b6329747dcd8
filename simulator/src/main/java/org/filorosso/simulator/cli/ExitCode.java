package org.filorosso.simulator.cli;

/** How a command ends. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int BAD_INPUT = 4;

    private ExitCode() {}
}
