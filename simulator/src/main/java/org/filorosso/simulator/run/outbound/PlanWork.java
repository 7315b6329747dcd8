package org.filorosso.simulator.run.outbound;

import java.util.List;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.run.InOrder;

/**
 * What the plan says of one row; bad rows are a part of it. Safe to share between threads.
 *
 * @param base what is known beside the row
 */
record PlanWork(Choices choices, KnownCustomers base) implements InOrder.Work<CustomerFile.Row, Worked> {

    @Override
    public Worked on(CustomerFile.Row row) {
        try {
            Subject subject = base.complete(row.subject());
            List<Choice> found = choices.of(subject, base.state(subject));
            return new Worked(row, new Planned(subject.id(), subject.household(), found), null);
        } catch (FlawException e) {
            return new Worked(row, Planned.BAD, e);
        }
    }
}
