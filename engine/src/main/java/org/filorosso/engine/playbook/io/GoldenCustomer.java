package org.filorosso.engine.playbook.io;

import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;

/**
 * A customer whose decision a marketer has written down beforehand: a story, and how it must end.
 *
 * @param file file of the playbook, such as {@code tests/anna.yaml}
 * @param line line where the story begins, from 1
 * @param name what the story is about; unique in a playbook
 * @param subject the customer
 * @param request the question, with full explanation
 * @param state what else the decision is given
 * @param expectation how it must end
 */
public record GoldenCustomer(
        String file, int line, String name, Subject subject, Request request, State state, Expectation expectation) {

    /** Where the story stands, such as {@code tests/anna.yaml:12}. */
    public String source() {
        return file + ":" + line;
    }
}
