package org.filorosso.engine.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.LoggedShop.Subject;
import org.filorosso.engine.score.Scorecard.Offender;
import org.junit.jupiter.api.Test;

/** Hazard: a contradiction is not seen, or one is seen where there is none. Each log has two or three contacts. */
class CoherenceScoreTest {
    private static final String ROWS = """
            id,kind,target,other,outcome,within
            K1,never together,Retain/Save,Grow,,
            K2,not after,Grow/Lines,Grow/Data,,P5D
            K3,not after,Grow/Data,Care/Help,accepted,P90D
            """;

    private static LoggedShop shop() {
        return new LoggedShop().table("coherence.csv", ROWS);
    }

    private static List<String> offences(LoggedShop shop) {
        return shop.part("coherence", 0).offenders().stream()
                .map(one -> one.name() + ": " + one.reason())
                .toList();
    }

    private static Subject anna() {
        return new Subject("anna");
    }

    @Test
    void neverTogetherHoldsFromOneContactToTheNextInBothDirections() {
        LoggedShop shop =
                shop().with(anna().shown("01", "save").shown("05", "giga").shown("09", "save"));
        assertThat(shop.fraction("coherence", 0)).isEqualTo("0/2");
        assertThat(offences(shop)).containsExactly("giga: never together K1", "save: never together K1");
    }

    @Test
    void pairsAreConsecutiveAndWithinThirtyDays() {
        LoggedShop shop = shop().with(
                        anna().shown("01", "save").shown("04", "help").shown("07", "giga"))
                .with(new Subject("bea").shown("2026-01-31", "save").shown("03", "giga"));
        assertThat(shop.fraction("coherence", 0)).isEqualTo("2/2");
    }

    @Test
    void notAfterHoldsInItsWindowOnly() {
        LoggedShop soon = shop().with(anna().shown("01", "giga").shown("05", "fibre"));
        assertThat(offences(soon)).containsExactly("fibre: not after K2");
        LoggedShop late = shop().with(anna().shown("01", "giga").shown("06", "fibre"));
        assertThat(late.fraction("coherence", 0)).isEqualTo("1/1");
    }

    @Test
    void notAfterAnAcceptanceThatWasNotReversed() {
        Subject accepted = anna().shown("01", "help").row("help01", "02", "help", Outcome.ACCEPTED);
        assertThat(offences(shop().with(accepted.shown("05", "giga")))).containsExactly("giga: not after K3");
        Subject reversed = anna().shown("01", "help")
                .row("help01", "02", "help", Outcome.ACCEPTED)
                .row("help01", "03", "help", Outcome.REVERSED)
                .shown("05", "giga");
        assertThat(offences(shop().with(reversed))).isEmpty();
    }

    @Test
    void worseTermsThanAnyQuoteThatStands() {
        Subject dearer =
                anna().quoted("01", "giga", "7").quoted("03", "giga", "7").quoted("05", "giga", "8");
        assertThat(shop().with(dearer).fraction("coherence", 0)).isEqualTo("1/2");
        assertThat(offences(shop().with(dearer))).containsExactly("giga: worse terms than quoted");
        Subject lapsed = anna().quoted("2025-12-20", "giga", "7")
                .shown("2026-02-27", "help")
                .quoted("05", "giga", "8");
        assertThat(offences(shop().with(lapsed))).isEmpty();
    }

    @Test
    void noSaleWhileACaseIsOpen() {
        Subject open = anna().shown("01", "giga").event("02", "complaint", "c1").shown("03", "giga");
        assertThat(offences(shop().with(open))).containsExactly("giga: a sale while a case is open");
        Subject other = anna().shown("01", "giga")
                .event("02", "complaint", "c1")
                .event("02", "solved", "c2")
                .shown("03", "help");
        assertThat(offences(shop().with(other))).isEmpty();
        Subject solved = anna().shown("01", "giga")
                .event("02", "complaint", "c1")
                .event("2026-03-02T11:00", "solved", "c1")
                .shown("03", "giga");
        assertThat(offences(shop().with(solved))).isEmpty();
    }

    @Test
    void noSaleAfterABrokenPromise() {
        Subject late = anna().shown("01", "fibre").row("fibre01", "01", "fibre", Outcome.ACCEPTED);
        // due ten days later: kept on the 10th, broken on the 11th
        assertThat(offences(shop().with(late.shown("10", "save")))).containsExactly("save: never together K1");
        Subject broken = anna().shown("01", "fibre")
                .row("fibre01", "01", "fibre", Outcome.ACCEPTED)
                .shown("05", "help")
                .shown("11", "save");
        assertThat(offences(shop().with(broken))).containsExactly("save: a sale after a broken promise");
        Subject kept = anna().shown("01", "fibre")
                .row("fibre01", "01", "fibre", Outcome.ACCEPTED)
                .row("fibre01", "09", "fibre", Outcome.FULFILLED)
                .shown("10", "help")
                .shown("11", "save");
        assertThat(offences(shop().with(kept))).isEmpty();
    }

    @Test
    void aProductOwnedOrAcceptedIsNotOfferedAgain() {
        Subject accepted = anna().shown("01", "fibre")
                .row("fibre01", "01", "fibre", Outcome.ACCEPTED)
                .row("fibre01", "02", "fibre", Outcome.FULFILLED)
                .shown("03", "fibre");
        assertThat(offences(shop().with(accepted))).containsExactly("fibre: already has it");
        Known owner = new Known(List.of(), null, Map.of("fibre", Instant.parse("2026-03-02T00:00:00Z")));
        Subject owns = anna().known(owner).shown("01", "fibre").shown("03", "fibre");
        assertThat(offences(shop().with(owns))).containsExactly("fibre: already has it");
        assertThat(shop().with(owns).fraction("coherence", 0)).isEqualTo("0/1");
    }

    @Test
    void notTheSameAgainWithinSevenDaysOfARejection() {
        Subject soon = anna().shown("01", "giga")
                .row("giga01", "01", "giga", Outcome.REJECTED)
                .shown("07", "giga");
        assertThat(offences(shop().with(soon))).containsExactly("giga: again within 7 days of a rejection");
        Subject late = anna().shown("01", "giga")
                .row("giga01", "01", "giga", Outcome.REJECTED)
                .shown("08", "giga");
        assertThat(offences(shop().with(late))).isEmpty();
    }

    @Test
    void aDecisionSentWithoutNewsIsAContact() {
        Subject sent =
                anna().decided("d1", "01", "champion", "email", "save 0.1").row("d2", "02", "giga", Outcome.PRESENTED);
        assertThat(offences(shop().with(sent))).containsExactly("giga: never together K1");
    }

    @Test
    void aPairIsCountedWhereItsLaterContactIsScored() {
        Scope armA = new Scope(
                LoggedShop.MARCH.from(), LoggedShop.MARCH.to(), one -> one.arm().equals("A"));
        Subject both = anna().decided("d1", "01", "A", "phone", "giga 0.1")
                .row("d1", "01", "giga", Outcome.PRESENTED)
                .decided("d2", "02", "B", "phone", "giga 0.1")
                .row("d2", "02", "giga", Outcome.PRESENTED)
                .decided("d3", "03", "A", "phone", "save 0.1")
                .row("d3", "03", "save", Outcome.PRESENTED);
        assertThat(shop().scope(armA).with(both).fraction("coherence", 0)).isEqualTo("0/1");
        assertThat(shop().with(both).fraction("coherence", 0)).isEqualTo("1/2");
    }

    @Test
    void offendersAreCountedWorstFirst() {
        LoggedShop shop = shop();
        for (int i = 0; i < 3; i++) {
            shop.with(new Subject("s" + i).shown("01", "save").shown("02", "giga"));
        }
        shop.with(anna().shown("01", "giga")
                .row("giga01", "01", "giga", Outcome.REJECTED)
                .shown("02", "giga"));
        assertThat(shop.part("coherence", 0).offenders())
                .containsExactly(
                        new Offender("giga", "never together K1", 3, 3),
                        new Offender("giga", "again within 7 days of a rejection", 1, 1));
    }
}
