package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Collects all problems of a playbook, so that they are reported in one go. Not thread-safe.
 *
 * <p>The same problem found twice is kept once.
 */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds problems found elsewhere. */
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** How many were found, the same one twice counted twice. */
    int size() {
        return found.size();
    }

    /** Whether any problem refuses the playbook. */
    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems by file and line. */
    public List<Problem> all() {
        return found.stream().distinct().sorted().toList();
    }

    /** The errors by file and line. */
    public List<Problem> errors() {
        return all().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    /** The warnings by file and line. */
    public List<Problem> warnings() {
        return all().stream().filter(p -> p.severity() == Severity.WARNING).toList();
    }

    /**
     * Ends a load that found errors.
     *
     * @throws PlaybookException if there is at least one error; it carries the warnings too
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new PlaybookException(all());
        }
    }

    /** One problem after the other, each with its hint. */
    @Override
    public String toString() {
        return all().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
