package org.filorosso.engine.match;

import java.util.BitSet;

/** Finds the rows of one layer of a playbook that a customer matches. Safe to share between threads. */
public interface Matcher {

    /**
     * Adds the {@link org.filorosso.engine.playbook.Row#index() index} of every row of {@code layer} that matches
     * {@code fact}, whatever the row's dates say.
     *
     * @param layer index into {@link Layers#layers()}
     * @param rows receives the matches; bits of other layers are left as they are
     */
    void match(int layer, Fact fact, BitSet rows);
}
