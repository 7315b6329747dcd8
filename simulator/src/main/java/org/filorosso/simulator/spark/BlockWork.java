package org.filorosso.simulator.spark;

import org.apache.spark.api.java.function.Function;

/**
 * What an executor does with a block. Nothing but a name travels; the rest is in the shipment.
 *
 * @param shipment name of its file
 */
record BlockWork(String shipment) implements Function<byte[], byte[]> {

    @Override
    public byte[] call(byte[] block) throws Exception {
        return ExecutorStations.of(shipment).work(block);
    }
}
