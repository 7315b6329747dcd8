package org.filorosso.simulator.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;

/** What a run over many customers came to, for the person who started it. */
final class Summary {
    private static final int WINNERS = 15;
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;

    private Summary() {}

    /** Writes to the error stream; with {@code --quiet} only what went wrong. */
    static void print(Filorosso root, Tally tally, Flaws flaws, Duration time) {
        PrintStream err = root.terminal().err();
        if (!root.quiet()) {
            double seconds = time.toNanos() / NANOS;
            err.printf(Locale.ROOT, "%,d decisions in %.1f s%n", tally.decisions(), seconds);
            winners(err, tally);
            funnel(err, tally);
        }
        flaws(err, flaws);
        err.flush();
    }

    private static void winners(PrintStream err, Tally tally) {
        if (tally.decisions() == 0) {
            return;
        }
        err.printf(
                Locale.ROOT,
                "%n%-40s %10s %8s%n",
                "first in the answer (" + ProblemList.count(tally.winners().size(), "action") + ")",
                "customers",
                "share");
        tally.winners().entrySet().stream()
                .limit(WINNERS)
                .forEach(entry -> line(err, entry.getKey(), entry.getValue(), tally.decisions()));
        long rest = tally.winners().values().stream()
                .skip(WINNERS)
                .mapToLong(Long::longValue)
                .sum();
        if (rest > 0) {
            line(err, "(" + (tally.winners().size() - WINNERS) + " more)", rest, tally.decisions());
        }
        tally.emptied().forEach((stage, count) -> line(err, "(none: " + stage + ")", count, tally.decisions()));
    }

    private static void line(PrintStream err, String name, long count, long all) {
        err.printf(Locale.ROOT, "%-40s %,10d %7.1f%%%n", AnswerTable.cut(name, 40), count, PERCENT * count / all);
    }

    private static void funnel(PrintStream err, Tally tally) {
        if (tally.funnel().isEmpty()) {
            return;
        }
        err.printf(Locale.ROOT, "%n%-16s %14s %14s %14s%n", "stage", "candidates in", "out", "dropped");
        tally.funnel()
                .forEach((stage, counts) -> err.printf(
                        Locale.ROOT,
                        "%-16s %,14d %,14d %,14d%n",
                        stage.code(),
                        counts[0],
                        counts[1],
                        counts[0] - counts[1]));
    }

    /** Actions of the past that this playbook does not have: they count, but a mistyped one would count for nobody. */
    static void foreign(Filorosso root, KnownCustomers base) {
        Set<String> foreign = base.foreignActions();
        if (!foreign.isEmpty() && !root.quiet()) {
            String names = foreign.stream().sorted().limit(WINNERS).collect(Collectors.joining(", "));
            root.terminal()
                    .err()
                    .println("The history names " + ProblemList.count(foreign.size(), "action")
                            + " that this playbook does not have: " + names + (foreign.size() > WINNERS ? " ..." : ""));
        }
    }

    /** The rows that were skipped. */
    static void flaws(PrintStream err, Flaws flaws) {
        if (flaws.rows() == 0) {
            return;
        }
        err.println();
        for (Flaw flaw : flaws.shown()) {
            err.println(flaw);
        }
        if (flaws.shown().size() == Flaws.SHOWN) {
            err.println("(only the first " + Flaws.SHOWN + " are shown)");
        }
        err.println(ProblemList.count(flaws.rows(), "bad row") + " skipped");
    }
}
