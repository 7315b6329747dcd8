package org.filorosso.simulator.cli;

import java.io.IOException;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.fleet.Station;

/** A command whose work other machines can share: they read its arguments again and work at the station that it makes. */
interface Shared {

    /**
     * Gets ready for blocks, on another machine.
     *
     * @throws FlawException if an input is bad
     * @throws IOException if an input cannot be read
     */
    Station station() throws FlawException, IOException;
}
