package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Counts are right to the second, on every channel, across the change to summer time, and say when they end. */
class ContactPolicyTest {

    private static final String HEADER = "id,target,per,channel,direction,outcome,limit,within,suppress,level,reason\n";

    private static Asking with(String... rows) {
        return GivenPlaybook.small()
                .table("contact-policy", HEADER + String.join("\n", rows) + "\n")
                .engine();
    }

    @Test
    void theContactJustMadeCounts() {
        Asking asking = with("C1,Grow,action,,,presented,2,P7D,,subject,Enough")
                .past("2026-03-01T10:15", "giga", Outcome.PRESENTED)
                .past("2026-03-02T10:15", "giga", Outcome.PRESENTED);
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(asking.dropped("giga").why().limit())
                .isEqualTo(new Limit(2, 2, "P7D", Asking.time("2026-03-08T10:15")));
        assertThat(asking.offered()).containsExactly("fibre", "help");
    }

    @Test
    void aRollingWindowEndsToTheSecond() {
        Asking asking = with("C1,Grow,action,,,presented,1,P7D,,subject,Enough")
                .past("2026-03-02T10:15", "giga", Outcome.PRESENTED);
        assertThat(asking.at("2026-03-09T10:14:59").refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(asking.at("2026-03-09T10:15").offered()).contains("giga");
    }

    @Test
    void daysAreCalendarDaysAcrossSummerTimeAndHoursAreElapsed() {
        Asking days = with("C1,Grow,action,,,presented,1,P1D,,subject,Enough")
                .past("2026-03-28T12:00", "giga", Outcome.PRESENTED);
        assertThat(days.at("2026-03-29T11:59").refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(days.at("2026-03-29T12:00").offered()).contains("giga");
        Asking hours = with("C1,Grow,action,,,presented,1,PT24H,,subject,Enough")
                .past("2026-03-28T12:00", "giga", Outcome.PRESENTED);
        assertThat(hours.at("2026-03-29T12:59").refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(hours.at("2026-03-29T13:00").offered()).contains("giga");
    }

    @Test
    void calendarWindowsBeginAtMidnightOnMondayAndOnTheFirst() {
        Asking week = with("C1,*,all,,,presented,1,week,,subject,Enough")
                .past("2026-03-01T23:59:59", "giga", Outcome.PRESENTED);
        assertThat(week.at("2026-03-01T23:59:59").offered()).isEmpty();
        assertThat(week.at("2026-03-02T00:00").offered()).contains("giga");
        Asking month = with("C1,*,all,,,presented,1,month,,subject,Enough")
                .past("2026-03-01T00:00", "giga", Outcome.PRESENTED);
        assertThat(month.at("2026-03-31T23:00").offered()).isEmpty();
        assertThat(month.dropped("giga").why().limit().until()).isEqualTo(Asking.time("2026-04-01T00:00"));
    }

    @Test
    void suppressHoldsAfterTheWindowIsOver() {
        Asking asking = with("C1,Grow,group,,,rejected,2,P7D,P60D,subject,Said no twice")
                .past("2026-01-10T10:00", "giga", Outcome.REJECTED)
                .past("2026-01-15T10:00", "giga", Outcome.REJECTED)
                .past("2026-02-20T10:00", "giga", Outcome.REJECTED);
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(asking.dropped("giga").why().limit())
                .isEqualTo(new Limit(2, 2, "P7D", Asking.time("2026-03-16T10:00")));
        assertThat(asking.at("2026-03-16T10:00").offered()).contains("giga");
    }

    @Test
    void oneInteractionCountsOnceHoweverManyOutcomesItHad() {
        Asking asking = with("C1,Grow,issue,,,presented|clicked,2,P7D,,subject,Enough")
                .pastIn("i1", "2026-03-01T10:00", "giga", Outcome.PRESENTED)
                .pastIn("i1", "2026-03-01T10:01", "giga", Outcome.CLICKED)
                .pastIn("i1", "2026-03-01T10:01", "fibre", Outcome.PRESENTED);
        assertThat(asking.offered()).contains("giga", "fibre");
        asking.pastIn("i2", "2026-03-02T10:00", "fibre", Outcome.PRESENTED);
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
    }

    @Test
    void aRowWithAChannelCountsAndSuppressesThereOnly() {
        Asking asking = with("C1,*,all,app,,presented,1,P7D,,subject,Enough")
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED, "app", Details.NONE);
        assertThat(asking.offered()).contains("giga");
        assertThat(asking.on("app", Direction.INBOUND).offered()).isEmpty();
    }

    @Test
    void theHouseholdCountsTogetherWhereTheRowSaysSo() {
        Asking asking = with("C1,Grow,issue,,,presented,2,P7D,,household,Enough for one home")
                .household("h1")
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED);
        assertThat(asking.offered()).contains("giga");
        asking.householdPast("2026-02-28T10:00", "fibre", Outcome.PRESENTED);
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
        assertThat(asking.dropped("giga").why().limit().until()).isEqualTo(Asking.time("2026-03-07T10:00"));
    }

    @Test
    void contactsOfOtherPlaybooksCountWhereEverythingCounts() {
        Asking asking = with("C1,*,all,,,presented,1,P7D,,subject,Enough", "C2,*,action,,,presented,1,P7D,,subject,x")
                .past("2026-03-01T10:00", "an-action-of-another-playbook", Outcome.PRESENTED);
        assertThat(asking.refusal("giga")).isEqualTo("contact-policy C1");
    }

    @Test
    void anOutboundDecisionNobodyReportedCountsAsSentForThreeDays() {
        Asking asking = with("C1,*,all,,,sent,1,P30D,,subject,Enough")
                .past("2026-03-01T10:00", "giga", Outcome.DECIDED, "email", Details.NONE);
        assertThat(asking.at("2026-03-04T09:59").offered()).isEmpty();
        assertThat(asking.at("2026-03-04T10:00").offered()).isNotEmpty();
    }

    @Test
    void serviceIsNeverHeldBack() {
        Asking asking = GivenPlaybook.small()
                .table(
                        "actions",
                        "action,issue,group,value,purpose\ngiga,Grow,Data,10,\nhelp,Care,Help,1,service\nfibre,Grow,Lines,2,\n")
                .table("contact-policy", HEADER + "C1,*,all,,,presented,1,P7D,,subject,Enough\n")
                .engine()
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED);
        assertThat(asking.offered()).containsExactly("help");
    }

    @Test
    void whatTheCustomerAskedForIsExemptFromLimitsOnPresented() {
        Details tomorrow = new Details(null, null, null, null, Asking.time("2026-03-02T09:00"), null);
        Asking asking = with("C1,Grow,action,,,presented,1,P7D,,subject,Enough")
                .past("2026-03-01T10:00", "giga", Outcome.PRESENTED)
                .past("2026-03-01T10:05", "giga", Outcome.LATER, "phone", tomorrow);
        assertThat(asking.offered()).startsWith("giga");
    }
}
