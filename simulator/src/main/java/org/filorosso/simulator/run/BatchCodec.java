package org.filorosso.simulator.run;

import java.util.List;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.run.InOrder.Batch;

/** What a batch of customers became, as bytes for another process. Safe to share between threads. */
public interface BatchCodec<T> {

    /** Writes a batch. */
    void write(Batch<T> batch, WireWriter out);

    /** @param rows of which the batch was made, in their order */
    Batch<T> read(List<CustomerFile.Row> rows, WireReader in);
}
