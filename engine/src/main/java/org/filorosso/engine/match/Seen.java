package org.filorosso.engine.match;

import java.util.BitSet;

/**
 * What goes through the rule network once per layer and decision: the customer, what is already known of the conditions,
 * and where the matching rows are noted.
 *
 * <p>Carrying all this along keeps the network itself without state, so that threads share it. A condition that stands in
 * many rows is evaluated once.
 */
public final class Seen {

    private static final byte PASSES = 1;
    private static final byte FAILS = 2;

    private final Fact fact;
    private final BitSet rows;
    private final Answers answers;
    private final Probe[] asked;
    private final int settled;
    private final long[] passing;
    private final byte[] known;

    Seen(Fact fact, BitSet rows, Answers answers, Probe[] asked) {
        this.fact = fact;
        this.rows = rows;
        this.answers = answers;
        this.asked = asked;
        this.settled = answers.words() << 6;
        this.passing = answers.of(fact);
        this.known = new byte[asked.length];
    }

    Fact fact() {
        return fact;
    }

    /** Whether the condition of that number passes. */
    boolean passes(int constraint) {
        return passesAt(answers.position(constraint));
    }

    /** The same by where the answer stands. */
    boolean passesAt(int position) {
        if (position < settled) {
            return (passing[position >>> 6] & (1L << (position & 63))) != 0;
        }
        byte answer = known[position - settled];
        return answer == 0 ? ask(position - settled) : answer == PASSES;
    }

    private boolean ask(int number) {
        boolean passes = asked[number].passes(fact);
        known[number] = passes ? PASSES : FAILS;
        return passes;
    }

    void match(int row) {
        rows.set(row);
    }
}
