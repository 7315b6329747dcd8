package org.filorosso.api.decision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.run.CustomerDecisions;
import org.filorosso.simulator.run.Decided;
import org.filorosso.simulator.run.Question;

/** The customers that come with the playbook. */
final class Samples {

    /** The attributes of one who is offered something by email. No lambda of this class may run while it begins. */
    static final Map<String, Subject.Dated> ATTRIBUTES = byEmail();

    private Samples() {}

    private static Map<String, Subject.Dated> byEmail() {
        Ask ask = Desk.ask("any", null, "email", Direction.OUTBOUND);
        Question question = new Question(
                ask.at().atZone(Desk.TELCO.playbook().settings().zone()),
                ask.where().channel(),
                Direction.OUTBOUND,
                Map.of(),
                null,
                null,
                Explain.NONE);
        List<Decided> offered = new ArrayList<>();
        try (CustomerFile file = CustomerFile.open(
                Desk.TELCO.playbook(),
                new CustomerFile.Options(null, true),
                DataFile.of(Path.of("..", "rules", "samples", "telco-customers.csv")))) {
            new CustomerDecisions(Desk.TELCO.engine(), KnownCustomers.none(Desk.TELCO.playbook()), question, 1)
                    .run(file, Function.identity(), offered::add, new Flaws());
        } catch (FlawException e) {
            throw new IllegalStateException(e);
        }
        return offered.stream()
                .filter(one -> !one.decision().results().isEmpty())
                .findFirst()
                .orElseThrow()
                .subject()
                .attributes();
    }
}
