package org.filorosso.simulator.run.outbound;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.LongConsumer;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;

/** The customers of a file, with their history, events and lists from others. */
record FileAudience(Playbook playbook, CustomerInputs files) implements Audience {

    /** Hashes them once the header of the first is right. */
    @Override
    public List<InputHash> inputs() throws FlawException {
        open(DataFile.of(files.customers())).close();
        return InputHash.of(files);
    }

    @Override
    public String options() {
        return files.options().toString();
    }

    @Override
    public Read at(ZonedDateTime time, Flaws flaws, LongConsumer history) throws FlawException {
        return new Read(files.base(playbook, time, flaws, history));
    }

    private CustomerFile open(DataFile file) throws FlawException {
        return CustomerFile.open(playbook, files.options(), file);
    }

    /** The row of the file that a member is. */
    static CustomerFile.Row row(Member member) {
        if (member instanceof Row row) {
            return row.row();
        }
        throw new IllegalStateException("Only the rows of a file can be sent elsewhere");
    }

    /** The files, read. */
    final class Read implements Members {
        private final KnownCustomers base;

        Read(KnownCustomers base) {
            this.base = base;
        }

        @Override
        public State.Counters counters() {
            return base.state(Subject.unknown("nobody")).counters();
        }

        Member member(CustomerFile.Row row) {
            return new Row(base, row);
        }

        @Override
        public Rows pass() throws FlawException {
            DataFile file = DataFile.of(files.customers());
            return new Rows(base, file, open(file));
        }
    }

    /** The rows of the file. */
    record Rows(KnownCustomers base, DataFile file, CustomerFile rows) implements Pass {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public double fraction() {
            return file.fraction();
        }

        @Override
        public List<Row> next(int most) throws FlawException {
            return rows.next(most).stream().map(row -> new Row(base, row)).toList();
        }

        @Override
        public void close() throws FlawException {
            rows.close();
        }
    }

    /** A row of the file. */
    private record Row(KnownCustomers base, CustomerFile.Row row) implements Member {

        @Override
        public long line() {
            return row.line();
        }

        @Override
        public String id() {
            return row.id();
        }

        @Override
        public Known known() throws FlawException {
            Subject subject = base.complete(row.subject());
            return new Known(subject, base.state(subject));
        }
    }
}
