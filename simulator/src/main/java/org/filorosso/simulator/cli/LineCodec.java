package org.filorosso.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.simulator.cli.DecideCommand.Line;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.fleet.WireReader;
import org.filorosso.simulator.fleet.WireWriter;
import org.filorosso.simulator.run.BatchCodec;
import org.filorosso.simulator.run.InOrder.Batch;
import org.jspecify.annotations.Nullable;

/** Decisions as another process has written them. */
final class LineCodec implements BatchCodec<Line> {

    @Override
    public void write(Batch<Line> batch, WireWriter out) {
        out.number(batch.results().size());
        for (Line line : batch.results()) {
            out.text(line.text()).text(line.log().decisions()).text(line.log().candidates());
            write(line.decision(), out);
        }
        out.number(batch.skipped().size());
        batch.skipped().forEach(skipped -> out.flaws(skipped.flaws()));
    }

    private static void write(Tally.Brief brief, WireWriter out) {
        StageCode emptied = brief.emptied();
        out.text(brief.winner()).text(emptied == null ? null : emptied.name());
        out.number(brief.stages().size());
        for (StageCount count : brief.stages()) {
            out.text(count.stage().name()).number(count.in()).number(count.out());
        }
    }

    @Override
    public Batch<Line> read(List<CustomerFile.Row> rows, WireReader in) {
        int count = (int) in.number();
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(in.text(), new LogFolder.Entry(in.text(), in.text()), brief(in)));
        }
        int bad = (int) in.number();
        List<FlawException> skipped = new ArrayList<>(bad);
        for (int i = 0; i < bad; i++) {
            skipped.add(new FlawException(in.flaws()));
        }
        return new Batch<>(lines, skipped);
    }

    private static Tally.Brief brief(WireReader in) {
        String winner = in.known();
        StageCode emptied = stage(in.known());
        int count = (int) in.number();
        List<StageCount> stages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            stages.add(new StageCount(StageCode.valueOf(in.text()), (int) in.number(), (int) in.number()));
        }
        return new Tally.Brief(winner, emptied, stages);
    }

    private static @Nullable StageCode stage(@Nullable String name) {
        return name == null ? null : StageCode.valueOf(name);
    }
}
