package org.filorosso.simulator.run.outbound;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.LongConsumer;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;

/** Whom a run may contact, wherever he is kept: the files of the command line, the subjects of the service. */
public interface Audience {

    /**
     * What it is made of, by content: another content is another run.
     *
     * @throws FlawException if it cannot be read
     */
    List<InputHash> inputs() throws FlawException;

    /** Whatever else changes what is read of the inputs, as a text. */
    String options();

    /**
     * The customers as they are known at the time of the run.
     *
     * @param flaws receives what is passed over
     * @param history told every now and then how many rows of their history have been read
     * @throws FlawException if they cannot be read
     */
    Members at(ZonedDateTime time, Flaws flaws, LongConsumer history) throws FlawException;

    /** The customers of one run. */
    interface Members {

        /** What all together have used up. */
        State.Counters counters();

        /**
         * Goes through them from the beginning: always the same customers in the same order.
         *
         * @throws FlawException if they cannot be read
         */
        Pass pass() throws FlawException;
    }

    /** One way through. Not thread-safe; the members it gives may be asked by any thread. */
    interface Pass extends AutoCloseable {

        /** What flaws name as their place. */
        String name();

        /** How much of them was given, 0..1. */
        double fraction();

        /**
         * Up to {@code most} further ones; none at the end.
         *
         * @throws FlawException if they cannot be read on
         */
        List<? extends Member> next(int most) throws FlawException;

        @Override
        void close() throws FlawException;
    }

    /** A place in the order of customers, not looked at yet. */
    interface Member {

        /** Line or number, from 1. */
        long line();

        /** Empty when it cannot be found; nothing is checked. */
        String id();

        /**
         * All that is known of him. May be called by any thread.
         *
         * @throws FlawException if he cannot be taken
         */
        Known known() throws FlawException;
    }

    /** A customer with his past, and what a decision for him reads besides. */
    record Known(Subject subject, State state) {}
}
