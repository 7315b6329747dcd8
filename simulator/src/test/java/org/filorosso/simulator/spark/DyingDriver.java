package org.filorosso.simulator.spark;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.Shipment;

/**
 * A fleet whose driver dies once some blocks have come back.
 *
 * @param after how many
 */
record DyingDriver(Fleet fleet, int after) implements Fleet {

    /** Stands for the end of the process. */
    static final class DeathError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int threads() {
        return fleet.threads();
    }

    @Override
    public Crew crew(Shipment shipment) {
        return new Dying(fleet.crew(shipment), after);
    }

    private static final class Dying implements Crew {
        private final Crew crew;
        private final List<Pending> sent = new ArrayList<>();
        private int left;

        Dying(Crew crew, int left) {
            this.crew = crew;
            this.left = left;
        }

        @Override
        public int blockRows() {
            return crew.blockRows();
        }

        @Override
        public int atOnce() {
            return crew.atOnce();
        }

        @Override
        public Pending send(byte[] block) {
            Pending pending = crew.send(block);
            sent.add(pending);
            return () -> {
                byte[] answer = pending.await();
                if (left-- == 0) {
                    throw new DeathError();
                }
                return answer;
            };
        }

        @Override
        public void close() {
            // its executors die with it: what they write is written before anybody starts again
            sent.forEach(Pending::await);
            crew.close();
        }
    }
}
