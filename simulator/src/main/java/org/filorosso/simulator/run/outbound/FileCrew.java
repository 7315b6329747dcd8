package org.filorosso.simulator.run.outbound;

import java.util.List;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.InOrder.Pending;
import org.filorosso.simulator.run.RowCrew;

/** Lets the machines of a crew plan the rows of a file. */
final class FileCrew implements InOrder.Hands<Audience.Member, Worked> {
    private final RowCrew<Worked> rows;

    /** @param crew whose station plans rows; closed with this */
    FileCrew(Crew crew) {
        this.rows = new RowCrew<>(crew, new WorkedCodec());
    }

    @Override
    public int batch() {
        return rows.batch();
    }

    @Override
    public int waiting() {
        return rows.waiting();
    }

    /** @param members of the file that the crew was hired for */
    @Override
    public Pending<Worked> take(List<Audience.Member> members) {
        return rows.take(members.stream().map(FileAudience::row).toList());
    }

    @Override
    public void close() {
        rows.close();
    }
}
