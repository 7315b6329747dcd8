package org.filorosso.simulator.spark;

import org.filorosso.simulator.cli.Filorosso;
import org.filorosso.simulator.cli.Terminal;

/** Entry point for {@code spark-submit}: the command line {@code filorosso}, its work shared by a cluster. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        int code = run(terminal, arguments);
        terminal.flush();
        System.exit(code);
    }

    private static int run(Terminal terminal, String... arguments) {
        if (!isSparkThere()) {
            terminal.err()
                    .println("Apache Spark is not on the class path. Maybe spark-submit --class " + Main.class.getName()
                            + " filorosso.jar ..., or java -jar filorosso.jar ... without Spark.");
            return USAGE;
        }
        try (SparkFleet fleet = SparkFleet.submitted()) {
            return Filorosso.run(terminal, fleet, arguments);
        }
    }

    private static boolean isSparkThere() {
        try {
            Class.forName("org.apache.spark.SparkContext", false, Main.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false; // told to the user by the caller
        }
    }
}
