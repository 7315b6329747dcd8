package org.filorosso.simulator.fleet;

import java.io.IOException;
import org.filorosso.simulator.customers.FlawException;

/** Works on the blocks of one command. Called by many threads; the same block gives the same bytes, however often. */
@FunctionalInterface
public interface Station {

    /**
     * @throws FlawException if an input is bad
     * @throws IOException if a result cannot be written
     */
    byte[] work(byte[] block) throws FlawException, IOException;
}
