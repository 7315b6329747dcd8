package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Standing.Kind;
import org.filorosso.engine.decide.Standing.OpenThread;
import org.filorosso.engine.decide.Standing.Suppression;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Hazard: people are told another standing than decisions act on. */
class StandingTest {
    private static final String POLICY = "id,target,per,channel,direction,outcome,limit,within,suppress,level,reason\n";
    private static final String JOURNEYS =
            "id,journey,step,target,after,outcome,after event,within,effect,weight,decay,reason\n";

    @Test
    void suppressionsNameWhatIsHeldBackWhereAndUntilWhen() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table(
                        "contact-policy",
                        POLICY + "C1,Grow,action,,,presented,1,P7D,,subject,Enough\n"
                                + "C2,Grow,group,email,outbound,sent,1,P2D,,subject,Not twice by mail\n"
                                + "C3,*,all,,,presented|sent,9,P7D,,subject,Never reached\n");
        Asking asking = playbook.engine()
                .past("2026-03-01T10:15", "giga", Outcome.PRESENTED)
                .past("2026-03-02T09:00", "fibre", Outcome.SENT, "email", Details.NONE);

        Standing standing = asking.standing();

        assertThat(standing.suppressions())
                .extracting(
                        Suppression::rule,
                        Suppression::target,
                        Suppression::channels,
                        one -> one.limit().until())
                .containsExactly(
                        tuple("C1", "Grow/Data/giga", List.of(), Asking.time("2026-03-08T10:15")),
                        tuple("C2", "Grow/Lines", List.of("email"), Asking.time("2026-03-04T09:00")));
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(standing.suppressions().get(0).limit())
                .isEqualTo(asking.dropped("giga").why().limit());
    }

    @Test
    void serviceIsNeverSuppressed() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table("actions", "action,issue,group,value,title,purpose\nhelp,Care,Help,1,Help,service\n")
                .table("treatments", "id,action,channel,headline\nh,help,phone,Hello\n")
                .table("contact-policy", POLICY + "C1,*,action,,,presented,1,P7D,,subject,Enough\n");
        Asking asking = playbook.engine().past("2026-03-01T10:15", "help", Outcome.PRESENTED);
        assertThat(asking.standing().suppressions()).isEmpty();
    }

    @Test
    void threadsAreLatersJourneysAndPromises() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table("events", "event,case,effect,field,type\nfault,,,,\n")
                .table(
                        "actions",
                        "action,issue,group,value,title,due\ngiga,Grow,Data,10,Giga,P2D\n"
                                + "fibre,Grow,Lines,20,Fibre,\nhelp,Care,Help,1,Help,P30D\n")
                .table("journeys", JOURNEYS + "J1,repair,2,Care/Help/help,,,fault,P5D,next,,,After a fault\n");
        Details tomorrow = new Details(null, null, null, null, Asking.time("2026-03-03T09:00"), null);
        Asking asking = playbook.engine()
                .past("2026-02-20T10:00", "giga", Outcome.ACCEPTED)
                .past("2026-02-21T10:00", "help", Outcome.ACCEPTED)
                .past("2026-03-01T10:00", "fibre", Outcome.LATER, "phone", tomorrow)
                .event("2026-03-02T08:00", "fault", "f-1", Map.of());

        assertThat(asking.standing().threads())
                .extracting(
                        OpenThread::kind, OpenThread::rule, OpenThread::target, OpenThread::effect, OpenThread::until)
                .containsExactly(
                        tuple(Kind.PROMISE, "due", "Grow/Data/giga", "broken", Asking.time("2026-02-22T10:00")),
                        tuple(Kind.PROMISE, "due", "Care/Help/help", "open", Asking.time("2026-03-23T10:00")),
                        tuple(Kind.LATER, "later", "Grow/Lines/fibre", "wait", Asking.time("2026-03-03T09:00")),
                        tuple(Kind.JOURNEY, "J1", "Care/Help/help", "next", Asking.time("2026-03-07T08:00")));
    }

    @Test
    void stageSegmentsAndValueAreThoseOfDecisions() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .settings("value: {purchases: bill.amount, horizon: P12M, cuts: {recency: [10, 30, 90, 180],"
                        + " frequency: [1, 2, 4, 8], monetary: [20, 50, 120, 300]}}\n")
                .table("events", "event,case,effect,field,type\nbill,,,amount,number\n")
                .table("lifecycle", "stage,spend\nrich,> 30\nany,-\n")
                .table("segments", "segment,spend\nsaver,< 10\nspender,> 10\n");
        Asking asking = playbook.engine()
                .with("spend", 40)
                .event("2026-02-25T10:00", "bill", "b-1", Map.of("amount", new BigDecimal(60)));

        Standing standing = asking.standing();

        assertThat(standing.stage()).isEqualTo("rich").isEqualTo(asking.decide().stage());
        assertThat(standing.segments()).containsExactly("spender");
        assertThat(standing.value().rfm()).isEqualTo("523");
        assertThat(standing.value().recency()).isEqualByComparingTo("5");
        assertThat(standing.value().monetary()).isEqualByComparingTo("60");
        assertThat(standing.value().customerValue()).isEqualByComparingTo("60");
    }
}
