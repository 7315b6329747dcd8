package org.filorosso.simulator.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.filorosso.engine.playbook.io.Problem;

/** Problems of a playbook as people read them. */
final class ProblemList {
    private ProblemList() {}

    /** One problem after the other, each with its code and, on a line of its own, its hint. */
    static String text(List<Problem> problems) {
        return problems.stream().map(ProblemList::text).collect(Collectors.joining("\n"));
    }

    private static String text(Problem problem) {
        String severity = problem.severity().name().toLowerCase(java.util.Locale.ROOT);
        return severity + " " + problem.code().id() + " " + problem.toString().replace("\n", "\n    ");
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
