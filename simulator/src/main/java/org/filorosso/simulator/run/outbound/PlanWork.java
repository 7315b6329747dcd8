package org.filorosso.simulator.run.outbound;

import java.util.List;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.run.InOrder;

/** What the plan says of one customer; those that cannot be taken are a part of it. Safe to share between threads. */
record PlanWork(Choices choices) implements InOrder.Work<Audience.Member, Worked> {

    @Override
    public Worked on(Audience.Member member) {
        try {
            Audience.Known known = member.known();
            Subject subject = known.subject();
            List<Choice> found = choices.of(subject, known.state());
            Planned planned = new Planned(subject.id(), subject.household(), found);
            return new Worked(member.line(), member.id(), planned, null);
        } catch (FlawException e) {
            return new Worked(member.line(), member.id(), Planned.BAD, e);
        }
    }
}
