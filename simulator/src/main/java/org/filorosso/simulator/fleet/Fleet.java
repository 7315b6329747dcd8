package org.filorosso.simulator.fleet;

/** Where the work of a command may be done besides this process. */
public interface Fleet {

    /** Threads that one block may use where it is worked on, at least 1. */
    int threads();

    /**
     * Machines that know what to do with the blocks of one command. Nothing is started before the first block is sent.
     *
     * @param shipment all that they need
     */
    Crew crew(Shipment shipment);
}
