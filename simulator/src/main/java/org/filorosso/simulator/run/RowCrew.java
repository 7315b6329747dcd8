package org.filorosso.simulator.run;

import java.util.List;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.fleet.Answer;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.run.InOrder.Pending;

/** Works on batches of customers with the machines of a crew: rows go as they stand in the file, results come back. */
public final class RowCrew<T> implements InOrder.Hands<CustomerFile.Row, T> {
    private final Crew crew;
    private final BatchCodec<T> codec;

    /** @param crew whose station is a {@link RowStation} with the same codec; closed with this */
    public RowCrew(Crew crew, BatchCodec<T> codec) {
        this.crew = crew;
        this.codec = codec;
    }

    @Override
    public int batch() {
        return crew.blockRows();
    }

    @Override
    public int waiting() {
        return crew.atOnce();
    }

    @Override
    public Pending<T> take(List<CustomerFile.Row> rows) {
        WireWriter out = new WireWriter().number(rows.size());
        for (CustomerFile.Row row : rows) {
            CustomerFile.Raw raw = row.raw();
            out.number(raw.line()).number(raw.place()).texts(raw.cells());
        }
        Crew.Pending pending = crew.send(out.done());
        return () -> codec.read(rows, new WireReader(Answer.result(pending.await())));
    }

    @Override
    public void close() {
        crew.close();
    }
}
