package org.filorosso.engine.playbook.io;

import java.util.List;
import java.util.stream.Collectors;

/** A playbook was refused: it has at least one error. Carries every problem that was found, warnings too. */
public final class PlaybookException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /** A refusal for these problems, in the order given. */
    public PlaybookException(List<Problem> problems) {
        super(summary(problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String summary(List<Problem> problems) {
        String head = problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the playbook\n";
        String text = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        return problems.size() > SHOWN ? head + text + "\n..." : head + text;
    }
}
