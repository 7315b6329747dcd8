package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Each stage refuses what it should, says why, and lets the rest pass. */
class StagesTest {

    @Test
    void ranksByPriorityAndFillsThePlacement() {
        assertThat(GivenPlaybook.small().engine().offered()).containsExactly("fibre", "giga");
    }

    @Test
    void saysThatOthersCameFirst() {
        assertThat(GivenPlaybook.small().engine().refusal("help")).isEqualTo("placement placement");
    }

    @Test
    void refusesAChannelThePlaybookDoesNotHave() {
        Asking asking = GivenPlaybook.small().engine().on("fax", Direction.INBOUND);
        assertThatThrownBy(asking::decide)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The channel (fax) is not one of the playbook test");
    }

    @Test
    void holdsOutAllButServiceAndExceptions() {
        Asking asking = GivenPlaybook.small()
                .settings("holdout: {share: 100%, salt: s, level: subject, except: [Grow/Data]}\n")
                .engine();
        assertThat(asking.offered()).containsExactly("giga");
        assertThat(asking.decide().arm()).isEqualTo("holdout");
        assertThat(asking.refusal("fibre")).isEqualTo("assignment holdout");
    }

    @Test
    void statesAnArmInsteadOfComputingIt() {
        Asking asking = GivenPlaybook.small()
                .settings("holdout: {share: 0%, salt: s, level: subject}\n")
                .engine()
                .state(new State(
                        State.Counters.NONE,
                        List.of(),
                        State.FRESH.counts(),
                        List.of(),
                        true,
                        null,
                        new State.Fixed("holdout", java.util.Map.of())));
        assertThat(asking.offered()).isEmpty();
        assertThat(asking.decide().noActionReason()).isEqualTo(StageCode.ASSIGNMENT);
    }

    @Test
    void stopsSilenceATargetOnTheirChannelOnly() {
        State stopped = new State(
                State.Counters.NONE,
                List.of(),
                State.FRESH.counts(),
                List.of(new State.Stop("7", "Grow/Lines", "phone", null, "Out of stock")),
                true,
                null,
                State.Fixed.NOTHING);
        Asking asking = GivenPlaybook.small().engine().state(stopped);
        assertThat(asking.refusal("fibre")).isEqualTo("availability stop 7");
        assertThat(asking.on("app", Direction.INBOUND).offered()).contains("fibre");
    }

    @Test
    void offersNothingWhoseDatesAreOver() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,from,until\ngiga,Grow,Data,10,,2026-03-02\nfibre,Grow,Lines,20,2026-03-03,\nhelp,Care,Help,1,,\n")
                .engine();
        assertThat(asking.at("2026-03-02T23:59").offered()).containsExactly("giga", "help");
        assertThat(asking.at("2026-03-03T00:00").offered()).containsExactly("fibre", "help");
        assertThat(asking.refusal("giga")).isEqualTo("availability giga");
    }

    @Test
    void capsHoldUnlessAQuoteStands() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,price,max total,quote valid\ngiga,Grow,Data,10,7,3,P5D\nfibre,Grow,Lines,20,,,\nhelp,Care,Help,1,,,\n");
        State.Counters gone = new State.Counters() {
            @Override
            public long total(String action) {
                return action.equals("giga") ? 3 : 0;
            }
        };
        Asking asking = playbook.engine().state(State.FRESH.with(gone, List.of(), State.FRESH.counts()));
        assertThat(asking.refusal("giga")).isEqualTo("availability giga");
        State.Quote quote = new State.Quote(
                "giga", new BigDecimal(7), "phone", Asking.time("2026-03-01T10:00"), Asking.time("2026-03-06T10:00"));
        asking.state(State.FRESH.with(gone, List.of(quote), State.FRESH.counts()));
        assertThat(asking.offered()).contains("giga");
        assertThat(asking.at("2026-03-06T10:00").refusal("giga")).isEqualTo("availability giga");
    }

    @Test
    void hardBudgetsDropWhatTheRestCannotPay() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,cost\ngiga,Grow,Data,10,4\nfibre,Grow,Lines,20,6\nhelp,Care,Help,1,\n")
                .table(
                        "budgets",
                        "id,target,amount,per,counts,at limit\nB1,Grow,100,month,acceptance,stop\nB2,Grow,1,all,acceptance,warn\n");
        State.Counters spent = new State.Counters() {
            @Override
            public BigDecimal spent(String budget) {
                return new BigDecimal(95);
            }
        };
        Asking asking = playbook.engine().state(State.FRESH.with(spent, List.of(), State.FRESH.counts()));
        assertThat(asking.refusal("fibre")).isEqualTo("availability B1");
        assertThat(asking.offered()).contains("giga");
    }

    @Test
    void outboundNeedsConsentGrantedAndNoQuietHour() {
        Asking asking = GivenPlaybook.small().engine().on("email", Direction.OUTBOUND);
        assertThat(asking.refusal("giga")).isEqualTo("channel email");
        asking.consent("marketing", true);
        assertThat(asking.offered()).containsExactly("fibre");
        assertThat(asking.at("2026-03-02T21:00").refusal("fibre")).isEqualTo("channel email");
        assertThat(asking.at("2026-03-03T07:59").offered()).isEmpty();
        assertThat(asking.at("2026-03-03T08:00").offered()).isNotEmpty();
        assertThat(asking.at("2026-03-01T12:00").offered()).isEmpty();
    }

    @Test
    void inboundAnObjectionSilencesMarketingOnly() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,purpose\ngiga,Grow,Data,10,\nfibre,Grow,Lines,20,profiling\nhelp,Care,Help,1,service\n")
                .engine()
                .consent("marketing", false);
        assertThat(asking.offered()).containsExactly("fibre", "help");
        assertThat(asking.refusal("giga")).isEqualTo("channel consent marketing");
        assertThat(asking.consent("profiling", false).offered()).containsExactly("help");
    }

    @Test
    void nothingButServiceWhenConsentCannotBeKnown() {
        State blind = new State(
                State.Counters.NONE, List.of(), State.FRESH.counts(), List.of(), false, null, State.Fixed.NOTHING);
        Asking asking =
                GivenPlaybook.small().engine().consent("marketing", true).state(blind);
        assertThat(asking.offered()).isEmpty();
        assertThat(asking.decide().noActionReason()).isEqualTo(StageCode.CHANNEL);
    }

    @Test
    void whoHasItIsNotOfferedItAgain() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,product,again\ngiga,Grow,Data,10,data,\nfibre,Grow,Lines,20,line,\nhelp,Care,Help,1,data,yes\n");
        Asking asking = playbook.engine().with("products", List.of("data"));
        assertThat(asking.offered()).containsExactly("fibre", "help");
        assertThat(asking.dropped("giga").why().reason()).isEqualTo("Already has it");
        asking.past("2026-02-01T10:00", "fibre", Outcome.ACCEPTED);
        assertThat(asking.offered()).containsExactly("help");
        asking.past("2026-02-02T10:00", "fibre", Outcome.REVERSED);
        assertThat(asking.offered()).containsExactly("fibre", "help");
    }

    @Test
    void engagementLevelsAreCheckedFromTheTop() {
        Asking asking = GivenPlaybook.small()
                .table("engagement", """
                        id,policy,target,effect,spend,plan,reason
                        E1,eligibility,*,only,> 10,,Must spend
                        E2,eligibility,Grow,never,,basic,Not for basic
                        E3,suitability,Grow/Lines/fibre,only,> 30,,Can afford it
                        E4,suitability,Grow/Lines/fibre,only,> 50,smart,Loves it
                        """)
                .engine()
                .with("spend", 20)
                .with("plan", "smart");
        assertThat(asking.offered()).containsExactly("giga", "help");
        Candidate fibre = asking.dropped("fibre");
        assertThat(fibre.stage()).isEqualTo(StageCode.SUITABILITY);
        assertThat(fibre.why().rule()).isEqualTo("E3");
        assertThat(fibre.why().source()).isEqualTo("engagement.csv:4");
        assertThat(fibre.why().test())
                .isEqualTo(new Candidate.FailedTest("spend", "> 30", new BigDecimal("2E+1"), false, null));
        assertThat(fibre.why().near()).containsExactly(new Candidate.Near("E4", 1));
        assertThat(asking.with("plan", "basic").refusal("giga")).isEqualTo("eligibility E2");
        assertThat(asking.with("spend", 5).refusal("giga")).isEqualTo("eligibility E1");
    }

    @Test
    void missingValuesAreUnknownAndSaySo() {
        Asking asking = GivenPlaybook.small().table("engagement", """
                        id,policy,target,effect,if unknown,spend,reason
                        E1,suitability,Grow/Lines,only,,> 30,Can afford it
                        E2,eligibility,Grow/Data,never,match,< 5,Too little
                        """).engine();
        assertThat(asking.offered()).containsExactly("help");
        assertThat(asking.dropped("fibre").why().test())
                .isEqualTo(new Candidate.FailedTest("spend", "> 30", null, true, "spend"));
        assertThat(asking.dropped("giga").why().test().unknown()).isTrue();
    }

    @Test
    void fallbackComesOnlyWhenNothingElseIsLeft() {
        GivenPlaybook playbook = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,fallback\ngiga,Grow,Data,10,\nfibre,Grow,Lines,20,\nhelp,Care,Help,0,yes\n")
                .table(
                        "engagement",
                        "id,policy,target,effect,spend,reason\nE1,eligibility,Grow,only,> 10,Must spend\n");
        Asking asking = playbook.engine().with("spend", 20);
        assertThat(asking.refusal("help")).isEqualTo("fallback fallback");
        assertThat(asking.with("spend", 1).offered()).containsExactly("help");
        assertThat(asking.decide().results().get(0).fallback()).isTrue();
        assertThat(asking.decide().noActionReason()).isNull();
    }

    @Test
    void whatAnActionNeedsToBeSaidDependsOnPlacementAndLanguage() {
        Asking asking = GivenPlaybook.small().table("treatments", """
                        id,action,channel,placement,language,plan,headline
                        T1,giga,app,hero,,,Only as hero
                        T2,fibre,app,,it,,Solo in italiano
                        T3,fibre,app,,en,smart,In English for smart
                        T4,help,app,tile,,,Help
                        """).engine().on("app", Direction.INBOUND);
        assertThat(asking.offered()).containsExactly("giga", "help");
        assertThat(asking.refusal("fibre")).isEqualTo("treatment T2");
        assertThat(asking.in("it").offered()).containsExactly("fibre", "help");
        assertThat(asking.refusal("giga")).isEqualTo("placement placement");
        assertThat(asking.in("de")
                        .with("plan", "smart")
                        .decide()
                        .results()
                        .get(0)
                        .treatment())
                .isEqualTo("T3");
    }

    @Test
    void explainingChangesNoResult() {
        Asking asking = GivenPlaybook.small().engine().with("spend", 20);
        List<Decision.Filled> full = asking.decide().placements();
        assertThat(asking.explain(Request.Explain.NONE).decide().placements()).isEqualTo(full);
        assertThat(asking.explain(Request.Explain.SUMMARY).decide().placements())
                .isEqualTo(full);
        assertThat(asking.explain(Request.Explain.NONE).decide().candidates()).isEmpty();
    }
}
