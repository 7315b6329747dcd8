package org.filorosso.api.drill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes on one database, 64 callers each: a cap of 1,000 acceptances, a budget of 1,000.00 spent by 7.33, and terms
 * quoted to more customers than there are units.
 */
final class CapsAreExact implements Drill {
    static final SmallPlaybook PLAYBOOK = SmallPlaybook.of(
                    "drill-caps",
                    List.of(
                            "prize,A prize,50,1,,1000,",
                            "voucher,A voucher,40,7.33,,,",
                            "quoted,A price,30,1,9,500,P7D"))
            .with(
                    "budgets.csv",
                    "id,target,amount,per,counts,at limit\nB-1,Sell/Things/voucher,1000,all,acceptance,stop\n");

    private static final int THREADS = 128;
    private static final int SUBJECTS = 1600;
    private static final int IN_1000_BY_7_33 = 136;

    @Override
    public int promise() {
        return 4;
    }

    @Override
    public String name() {
        return "caps";
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
        Function<Integer, Desk> either = n -> n % 2 == 0 ? first : second;
        List<JsonNode> answers =
                Crowd.times(THREADS, SUBJECTS, n -> either.apply(n).decided(PLAYBOOK.call("caps-" + n, "caps-" + n)));
        figures.tell("callers", THREADS).tell("nodes", 2).tell("tries", SUBJECTS);
        figures.expect("prizes", granted(either, answers, "prize", "accepted"), 1000L);
        figures.expect("vouchers", granted(either, answers, "voucher", "accepted"), (long) IN_1000_BY_7_33);
        figures.expect("quoted", granted(either, answers, "quoted", "presented"), 500L);
        figures.expect("quotedTaken", granted(either, answers, "quoted", "accepted"), 500L);
        long after = Desk.actions(first.decided(PLAYBOOK.call("caps-after", "caps-after"))).stream()
                .filter(List.of("prize", "voucher", "quoted")::contains)
                .count();
        figures.expect("offeredAfterwards", after, 0L);
    }

    private static long granted(Function<Integer, Desk> either, List<JsonNode> answers, String action, String outcome) {
        return Crowd.times(THREADS, answers.size(), n -> {
                    JsonNode result = Desk.offer(answers.get(n), action);
                    Answer answer =
                            either.apply(n + 1).respond(Desk.response(result, outcome, "caps-" + action + outcome + n));
                    return Desk.granted(answer);
                })
                .stream()
                .filter(granted -> granted)
                .count();
    }
}
