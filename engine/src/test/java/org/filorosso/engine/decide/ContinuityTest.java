package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Coherence and journeys: no contradiction over time and channels, and no thread forgotten. */
class ContinuityTest {

    private static GivenPlaybook coherent(String... rows) {
        return GivenPlaybook.small()
                .table(
                        "events",
                        "event,case,effect,field,type\ncomplaint-opened,complaint,opens,,\ncomplaint-closed,complaint,closes,,\nfault,,,,\n")
                .table(
                        "coherence",
                        "id,kind,target,other,outcome,within,better,when,reason\n" + String.join("\n", rows) + "\n");
    }

    private static GivenPlaybook journey(String... rows) {
        return GivenPlaybook.small()
                .table("events", "event,case,effect,field,type\nfault,,,,\n")
                .table(
                        "journeys",
                        "id,journey,step,target,after,outcome,after event,within,effect,weight,decay,reason\n"
                                + String.join("\n", rows)
                                + "\n");
    }

    @Test
    void neverTogetherTheLaterGoes() {
        Asking asking =
                coherent("K1,never together,Grow/Data,Grow/Lines,,,,,Not both").engine();
        assertThat(asking.offered()).containsExactly("fibre", "help");
        assertThat(asking.refusal("giga")).isEqualTo("placement K1");
    }

    @Test
    void notAfterHoldsOnEveryChannelAndInOneDirection() {
        Asking asking = coherent("K1,not after,Grow/Data,Grow/Lines,,P10D,,,Too soon")
                .engine()
                .past("2026-03-01T10:00", "fibre", Outcome.SENT, "email", Details.NONE);
        assertThat(asking.refusal("giga")).isEqualTo("coherence K1");
        assertThat(asking.dropped("giga").why().limit().until()).isEqualTo(Asking.time("2026-03-11T10:00"));
        assertThat(asking.offered()).contains("fibre");
        assertThat(asking.at("2026-03-11T10:00").offered()).contains("giga");
    }

    @Test
    void requiresAnAcceptanceThatWasNotReversed() {
        Asking asking =
                coherent("K1,requires,Grow/Data,Grow/Lines,,,,,Fibre first").engine();
        assertThat(asking.refusal("giga")).isEqualTo("coherence K1");
        asking.past("2026-02-01T10:00", "fibre", Outcome.ACCEPTED);
        assertThat(asking.offered()).contains("giga");
        asking.past("2026-02-05T10:00", "fibre", Outcome.REVERSED);
        assertThat(asking.refusal("giga")).isEqualTo("coherence K1");
    }

    @Test
    void aComplaintSilencesSalesUntilItIsClosedUnderTheSameKey() {
        Asking asking = coherent("K1,service first,Grow,,,,,\"case open(\"\"complaint\"\")\",First the complaint")
                .engine()
                .event("2026-02-27T18:00", "complaint-opened", "c-1", Map.of());
        assertThat(asking.offered()).containsExactly("help");
        assertThat(asking.refusal("giga")).isEqualTo("coherence K1");
        asking.event("2026-02-28T18:00", "complaint-closed", "c-2", Map.of());
        assertThat(asking.offered()).containsExactly("help");
        asking.event("2026-03-01T18:00", "complaint-closed", "c-1", Map.of());
        assertThat(asking.offered()).contains("giga");
    }

    @Test
    void aQuotedPriceIsHonouredEverywhereWhileItStands() {
        GivenPlaybook playbook = coherent("K1,same terms,Grow/Data,,,,lower,,A price quoted is a price kept")
                .table(
                        "actions",
                        "action,issue,group,value,price,quote valid\ngiga,Grow,Data,10,9,P7D\nfibre,Grow,Lines,20,,\nhelp,Care,Help,1,,\n");
        State.Quote quote = new State.Quote(
                "giga", new BigDecimal(7), "phone", Asking.time("2026-03-01T10:00"), Asking.time("2026-03-08T10:00"));
        Asking asking = playbook.engine()
                .on("app", Direction.INBOUND)
                .state(State.FRESH.with(State.Counters.NONE, List.of(quote), State.FRESH.counts()));
        Decision.Result giga = result(asking, "giga");
        assertThat(giga.price()).isEqualByComparingTo("7");
        assertThat(giga.because()).contains("K1");
        assertThat(result(asking.at("2026-03-08T10:00"), "giga").price()).isEqualByComparingTo("9");
    }

    private static Decision.Result result(Asking asking, String action) {
        return asking.decide().results().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBoostFadesInAStraightLine() {
        Asking asking = journey("J1,j,1,Grow/Data,Grow/Lines,presented,,P20D,boost,100%,P10D,Follow up")
                .engine()
                .past("2026-03-01T12:00", "fibre", Outcome.PRESENTED);
        assertThat(result(asking.at("2026-03-01T12:00"), "giga").factors().contextWeight())
                .isEqualTo(2);
        assertThat(result(asking.at("2026-03-06T12:00"), "giga").factors().contextWeight())
                .isCloseTo(1.5, within(1e-9));
        assertThat(result(asking.at("2026-03-15T12:00"), "giga").factors().contextWeight())
                .isEqualTo(1);
    }

    @Test
    void aWaitEndsByItself() {
        Asking asking = journey("J1,j,1,Grow,,,fault,P3D,wait,,,Let it be repaired first")
                .engine()
                .event("2026-03-01T12:00", "fault", "", Map.of());
        assertThat(asking.refusal("giga")).isEqualTo("journey J1");
        assertThat(asking.dropped("giga").why().limit().until()).isEqualTo(Asking.time("2026-03-04T12:00"));
        assertThat(asking.at("2026-03-04T12:00").offered()).contains("giga");
    }

    @Test
    void nextGoesFirstWhateverItsPriorityLowerStepsBefore() {
        Asking asking = journey(
                        "J1,j,2,Grow/Data,Care/Help,accepted,,P9D,next,,,Then data",
                        "J2,j,1,Care,Grow/Data,presented,,P9D,next,,,First care")
                .engine()
                .past("2026-03-01T12:00", "help", Outcome.ACCEPTED)
                .past("2026-03-01T12:00", "giga", Outcome.PRESENTED);
        assertThat(asking.offered()).startsWith("help", "giga");
        assertThat(result(asking, "help").reason()).isEqualTo("First care");
    }

    @Test
    void laterBoostsByHalfForThirtyDaysUntilAnswered() {
        Asking asking = GivenPlaybook.small().engine().past("2026-03-02T10:15", "giga", Outcome.LATER);
        assertThat(result(asking, "giga").factors().contextWeight()).isEqualTo(1.5);
        assertThat(result(asking.at("2026-03-17T10:15"), "giga").factors().contextWeight())
                .isCloseTo(1.25, within(1e-3));
        asking.past("2026-03-10T10:15", "giga", Outcome.REJECTED);
        assertThat(result(asking, "giga").factors().contextWeight()).isEqualTo(1);
    }

    @Test
    void aRowOfItsOwnReplacesWhatLaterMeans() {
        Asking asking = journey("J1,j,1,Grow/Data,Grow/Data,later,,P30D,boost,10%,,Asked for it")
                .engine()
                .past("2026-03-02T10:00", "giga", Outcome.LATER);
        assertThat(result(asking, "giga").factors().contextWeight()).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void laterWithATimeWaitsThenGoesFirstOnAnotherChannelForSevenDays() {
        Details monday = new Details(null, null, null, null, Asking.time("2026-03-09T09:00"), null);
        Asking asking = GivenPlaybook.small().engine().past("2026-03-02T10:00", "giga", Outcome.LATER, "phone", monday);
        assertThat(asking.refusal("giga")).isEqualTo("journey later");
        assertThat(asking.on("app", Direction.INBOUND).at("2026-03-09T09:00").offered())
                .startsWith("giga");
        assertThat(asking.at("2026-03-16T09:00").offered()).startsWith("fibre");
    }

    @Test
    void whoWonStaysFirstFromTheFirstPresentationOfTheStreak() {
        Asking asking = GivenPlaybook.small()
                .settings("keep: P3D\n")
                .engine()
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED)
                .past("2026-03-02T10:00", "giga", Outcome.PRESENTED);
        assertThat(asking.at("2026-03-04T09:59").offered()).startsWith("giga");
        assertThat(asking.at("2026-03-04T10:00").offered()).startsWith("fibre");
        asking.at("2026-03-03T10:00").past("2026-03-02T12:00", "giga", Outcome.REJECTED);
        assertThat(asking.offered()).startsWith("fibre");
    }

    @Test
    void theKeptOneLosesToWhoDoesNotPassAnyMore() {
        Asking asking = GivenPlaybook.small()
                .settings("keep: P3D\n")
                .table(
                        "engagement",
                        "id,policy,target,effect,spend,reason\nE1,suitability,Grow/Data,only,> 10,Must spend\n")
                .engine()
                .with("spend", 5)
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED);
        assertThat(asking.offered()).startsWith("fibre");
    }
}
