package org.filorosso.simulator.run;

import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;

/**
 * Asks one question to every customer of a file, on several threads. What comes out, and its order, do not depend on the
 * number of threads; memory does not grow with the file.
 */
public final class CustomerDecisions {
    private final Engine engine;
    private final KnownCustomers base;
    private final Question question;
    private final int threads;

    /** @param threads at least 1 */
    public CustomerDecisions(Engine engine, KnownCustomers base, Question question, int threads) {
        this.engine = engine;
        this.base = base;
        this.question = question;
        this.threads = threads;
    }

    /**
     * Decides for all.
     *
     * @param work done with each decision, on any thread
     * @param inOrder receives what the work gave, in the order of the file, on the calling thread
     * @param flaws receives the rows that are skipped
     * @throws FlawException if the file cannot be read on
     */
    public <T> void run(CustomerFile file, Function<Decided, T> work, Consumer<T> inOrder, Flaws flaws)
            throws FlawException {
        new InOrder(threads).run(file::next, row -> work.apply(decide(row.subject())), inOrder, flaws);
    }

    /** The decision for one customer as his row says he is. */
    public Decided decide(Subject profile) {
        Subject subject = base.complete(profile);
        Request request = question.to(subject, engine.playbook());
        State state = base.state(subject);
        return new Decided(subject, request, state, engine.decide(subject, request, state));
    }
}
