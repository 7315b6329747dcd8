package org.filorosso.simulator.run.outbound;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.run.BatchCodec;
import org.filorosso.simulator.run.InOrder.Batch;

/** A piece of a plan as another process has worked it out. */
final class WorkedCodec implements BatchCodec<Worked> {

    @Override
    public void write(Batch<Worked> batch, WireWriter out) {
        out.bytes(PlanCodec.bytes(batch.results().stream().map(Worked::planned).toList()));
        for (Worked worked : batch.results()) {
            FlawException flaw = worked.flaw();
            out.flaws(flaw == null ? List.of() : flaw.flaws());
        }
    }

    @Override
    public Batch<Worked> read(List<CustomerFile.Row> rows, WireReader in) {
        List<Planned> planned = PlanCodec.rows(in.bytes());
        List<Worked> worked = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            List<Flaw> flaws = in.flaws();
            FlawException flaw = flaws.isEmpty() ? null : new FlawException(flaws);
            worked.add(new Worked(rows.get(i).line(), rows.get(i).id(), planned.get(i), flaw));
        }
        return new Batch<>(worked, List.of());
    }
}
