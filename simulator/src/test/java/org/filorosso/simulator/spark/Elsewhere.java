package org.filorosso.simulator.spark;

import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.Shipment;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;

/**
 * Machines that have another disk: the folder of a simulation is not there.
 *
 * @param folder that they do not see
 */
record Elsewhere(Fleet fleet, String folder) implements Fleet {

    @Override
    public int threads() {
        return fleet.threads();
    }

    @Override
    public Crew crew(Shipment shipment) {
        Crew crew = fleet.crew(shipment);
        return new Crew() {
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
                WireReader in = new WireReader(block);
                WireWriter out = new WireWriter().number(in.number()).number(in.number());
                return crew.send(
                        out.text(in.text() + "-elsewhere").text(in.text()).done());
            }

            @Override
            public void close() {
                crew.close();
            }
        };
    }
}
