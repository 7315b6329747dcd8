package org.filorosso.engine.playbook.io;

/** Ends the reading of a playbook in which nearly everything is wrong. */
final class TooManyProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem last;

    TooManyProblems(Problem last) {
        super(last.message());
        this.last = last;
    }

    /** What is said of it: where reading stopped. */
    Problem problem() {
        return Problem.error(
                        Code.TOO_MANY_PROBLEMS,
                        last.file(),
                        last.line(),
                        "here were 2,000 problems, and what follows was not looked at")
                .maybe("Maybe one fault repeats itself in every row: a missing name or a wrong separator.");
    }
}
