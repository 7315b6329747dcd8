package org.filorosso.simulator.run;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.run.InOrder.Batch;

/** The other end of a {@link RowCrew}: understands rows and works on them. */
public final class RowStation<T> implements Station {
    private final CustomerFile file;
    private final InOrder.Work<CustomerFile.Row, T> work;
    private final BatchCodec<T> codec;

    /** @param file with the columns of the rows that will come; nothing is read from it, and it may be closed */
    public RowStation(CustomerFile file, InOrder.Work<CustomerFile.Row, T> work, BatchCodec<T> codec) {
        this.file = file;
        this.work = work;
        this.codec = codec;
    }

    @Override
    public byte[] work(byte[] block) {
        WireWriter out = new WireWriter();
        codec.write(Batch.of(rows(new WireReader(block)), work), out);
        return out.done();
    }

    private List<CustomerFile.Row> rows(WireReader in) {
        int count = (int) in.number();
        List<CustomerFile.Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(file.row(new CustomerFile.Raw(in.number(), in.number(), in.texts())));
        }
        return rows;
    }
}
