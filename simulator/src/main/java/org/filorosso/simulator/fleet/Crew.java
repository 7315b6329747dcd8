package org.filorosso.simulator.fleet;

/**
 * Machines at work on the blocks of one command. A block may be worked on more than once, where a machine is lost; one
 * result comes back. Used by one thread.
 */
public interface Crew extends AutoCloseable {

    /** Rows that make a good block, at least 1; changes no result. */
    int blockRows();

    /** Blocks that may be under way at once so that nobody waits, at least 1. */
    int atOnce();

    /**
     * Sends a block.
     *
     * @throws FleetException if the machines cannot be had
     */
    Pending send(byte[] block);

    /** A block that is under way. */
    @FunctionalInterface
    interface Pending {
        /**
         * Waits for what the {@link Station} gave.
         *
         * @throws FleetException if the block was given up, or the station refused it
         */
        byte[] await();
    }

    @Override
    void close();
}
