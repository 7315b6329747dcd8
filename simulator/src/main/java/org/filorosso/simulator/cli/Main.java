package org.filorosso.simulator.cli;

/** Entry point of the command line, and the only place that ends the process. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        int code = Filorosso.run(terminal, arguments);
        terminal.flush();
        System.exit(code);
    }
}
