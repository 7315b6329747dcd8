package org.filorosso.api.drill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * A contact on one node, the next question at once on the other: the limit of one contact must hold, be it that the
 * contact was presented or that a mail was decided.
 */
final class ContactCounts implements Drill {
    static final SmallPlaybook PLAYBOOK = SmallPlaybook.of("drill-contacts", List.of("offer,An offer,50,1,,,"))
            .with(
                    "contact-policy.csv",
                    "id,target,per,outcome,limit,within,reason\nC-1,*,action,presented|sent,1,P7D,Once a week\n");

    private static final int SUBJECTS = 400;

    @Override
    public int promise() {
        return 5;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Set<DrillDatabase> databases() {
        return EnumSet.of(DrillDatabase.H2_SERVER, DrillDatabase.POSTGRESQL);
    }

    @Override
    public void run(Ground ground, Figures figures) {
        var playbooks = PLAYBOOK.into(ground.folder().resolve("playbooks"));
        Desk first = new Desk(ground.at(ground.node("one", playbooks), Role.INTEGRATION));
        Desk second = new Desk(ground.at(ground.node("two", playbooks), Role.INTEGRATION));
        for (int n = 0; n < SUBJECTS; n++) {
            Desk.expected(
                    first.client().put("/v1/subjects/mail-" + n, "{'attributes':{},'consents':{'marketing':true}}"));
        }
        figures.tell("nodes", 2).tell("subjects", 2 * SUBJECTS);
        figures.expect("presentedTwice", presentedTwice(first, second), 0L);
        figures.expect("mailedTwice", mailedTwice(first, second), 0L);
    }

    private static long presentedTwice(Desk first, Desk second) {
        return Crowd.times(8, SUBJECTS, n -> {
                    Desk here = n % 2 == 0 ? first : second;
                    Desk there = n % 2 == 0 ? second : first;
                    String subject = "desk-" + n;
                    JsonNode offer = Desk.offer(here.decided(PLAYBOOK.call("p-" + n, subject)), "offer");
                    Desk.expected(here.respond(Desk.response(offer, "presented", "p-" + n)));
                    return Desk.actions(there.decided(PLAYBOOK.call("q-" + n, subject)))
                            .contains("offer");
                })
                .stream()
                .filter(twice -> twice)
                .count();
    }

    private static long mailedTwice(Desk first, Desk second) {
        return Crowd.times(8, SUBJECTS, n -> {
                    Desk here = n % 2 == 0 ? first : second;
                    Desk there = n % 2 == 0 ? second : first;
                    String subject = "mail-" + n;
                    Desk.offer(here.decided(PLAYBOOK.mailing("m-" + n, subject)), "offer");
                    return Desk.actions(there.decided(PLAYBOOK.mailing("n-" + n, subject)))
                            .contains("offer");
                })
                .stream()
                .filter(twice -> twice)
                .count();
    }
}
