package org.filorosso.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.LoggedShop.Subject;
import org.filorosso.engine.score.Scorecard.Offender;
import org.filorosso.engine.score.Scorecard.Part;
import org.filorosso.engine.score.Scorecard.Score;
import org.junit.jupiter.api.Test;

/** Hazard: a part counts what it should not, or not what it should. Every log is small enough to count by hand. */
class ScorePartsTest {
    private static final Known AGREED =
            new Known(List.of("phone", "email"), (purpose, at) -> purpose.equals("marketing") ? true : null, Map.of());
    private static final String JOURNEYS = """
            id,journey,step,target,after,outcome,after event,within,effect,weight
            J1,moving,1,Grow/Lines,,,moved,P10D,next,
            J2,moving,2,Grow/Data,Grow/Lines,accepted,,P5D,boost,50%
            J3,peace,1,Grow,,,complaint,P10D,wait,
            J4,back,1,Retain/Save,Retain/Save,later,,P3D,boost,50%
            """;

    private static Subject sent(Subject subject, String interaction, String day, String action) {
        return subject.row(interaction, day, action, Outcome.SENT, "email", Details.NONE);
    }

    @Test
    void channelsCountConsentQuietHoursAndPreference() {
        Subject anna = new Subject("anna").known(AGREED).shown("01", "giga");
        sent(anna, "e1", "02", "giga");
        sent(anna, "e2", "2026-03-03T22:00", "giga");
        Subject bea = new Subject("bea").known(new Known(List.of(), (purpose, at) -> null, Map.of()));
        sent(bea, "e3", "04", "giga");
        sent(bea, "e4", "05", "help");
        // anna: phone first 1, email second 1/2, at night 0; bea: never asked 0, service needs no consent 1
        Part part = new LoggedShop().with(anna).with(bea).part("channels", 0);
        assertThat(part.figure().numerator()).isEqualTo(2.5);
        assertThat(part.figure().denominator()).isEqualTo(5);
        assertThat(part.figure().score()).isEqualTo(50);
        assertThat(part.offenders())
                .containsExactly(
                        new Offender("email", "no consent", 1, 1),
                        new Offender("email", "quiet hours", 1, 1),
                        new Offender("email", "not the preferred channel", 0.5, 2));
    }

    @Test
    void whoObjectedIsNotSpokenToEvenWhenHeCalls() {
        Known objects =
                new Known(List.of(), (purpose, at) -> at.isBefore(Instant.parse("2026-03-02T00:00:00Z")), Map.of());
        Subject anna = new Subject("anna")
                .known(objects)
                .shown("01", "giga")
                .shown("02", "giga")
                .shown("03", "help");
        assertThat(new LoggedShop().with(anna).fraction("channels", 0)).isEqualTo("2/3");
    }

    @Test
    void whereConsentsAreNotKnownOnlyServiceIsJudged() {
        Subject anna = sent(sent(new Subject("anna"), "e1", "01", "giga"), "e2", "02", "help");
        Part part = new LoggedShop().with(anna).part("channels", 0);
        assertThat(part.figure().denominator()).isEqualTo(1);
        assertThat(part.notes()).singleElement().asString().startsWith("1 contacts are left out");
    }

    @Test
    void contextIsTheShareOfFirstResultsThatChange() {
        LoggedShop shop = new LoggedShop();
        Scoring scoring = new Scoring(shop.playbook(), LoggedShop.MARCH, decided -> switch (decided.interactionId()) {
            case "d1" -> Optional.of(new Blanked("save"));
            case "d2" -> Optional.of(new Blanked("giga"));
            case "d3" -> Optional.of(new Blanked(null));
            default -> Optional.empty();
        });
        scoring.add(new Subject("anna")
                .decided("d1", "01", "champion", "phone", "giga 0.1", "save 0.1")
                .decided("d2", "02", "champion", "phone", "giga 0.1")
                .decided("d3", "03", "champion", "phone", "giga 0.1")
                .decided("d4", "04", "champion", "phone", "giga 0.1")
                .decided("d5", "05", "champion", "phone")
                .log());
        Part part = scoring.scorecard().scores().get(2).parts().get(0);
        assertThat(part.figure().numerator()).isEqualTo(2);
        assertThat(part.figure().denominator()).isEqualTo(3);
        assertThat(part.offenders()).containsExactly(new Offender("giga", "the same without stage and context", 1, 3));
        assertThat(part.notes()).singleElement().asString().startsWith("1 decisions of the sample are left out");
    }

    @Test
    void contextIsNotScoredWithoutFacts() {
        Score context = new LoggedShop()
                .with(new Subject("anna").decided("d1", "01", "champion", "phone", "giga 0.1"))
                .score("context");
        assertThat(context.score()).isNull();
        assertThat(context.parts().get(0).notes()).singleElement().asString().startsWith("Not scored");
    }

    @Test
    void aLaterIsTakenUpOnAnyChannelWithinThirtyDays() {
        Subject taken =
                new Subject("anna").shown("2026-03-01", "giga").row("giga2026-03-01", "01", "giga", Outcome.LATER);
        sent(taken, "e1", "20", "giga");
        Subject forgotten = new Subject("bea").shown("01", "giga").row("giga01", "01", "giga", Outcome.LATER);
        Subject open = new Subject("cleo").shown("10", "giga").row("giga10", "10", "giga", Outcome.LATER);
        Part part = new LoggedShop().with(taken).with(forgotten).with(open).part("continuity", 0);
        assertThat(part.figure().numerator()).isEqualTo(1);
        assertThat(part.figure().denominator()).isEqualTo(2);
        assertThat(part.offenders()).containsExactly(new Offender("giga", "a later not taken up", 1, 2));
        assertThat(part.notes()).containsExactly("1 threads are not judged yet: their windows are still open");
    }

    @Test
    void aLaterWithATimeIsTakenUpFromThenForSevenDays() {
        Details tenth = new Details(null, null, null, null, Instant.parse("2026-03-10T10:00:00Z"), null);
        Subject early = new Subject("anna")
                .row("d1", "01", "giga", Outcome.LATER, "phone", tenth)
                .shown("05", "giga");
        Subject right = new Subject("bea")
                .row("d1", "01", "giga", Outcome.LATER, "phone", tenth)
                .shown("16", "giga");
        Subject late = new Subject("cleo")
                .row("d1", "01", "giga", Outcome.LATER, "phone", tenth)
                .shown("18", "giga");
        Subject himself = new Subject("dino")
                .row("d1", "01", "giga", Outcome.LATER, "phone", tenth)
                .row("d1", "03", "giga", Outcome.ACCEPTED);
        LoggedShop shop = new LoggedShop().with(early).with(right).with(late).with(himself);
        assertThat(shop.fraction("continuity", 0)).isEqualTo("2/4");
    }

    @Test
    void stepsOfJourneysAreTakenUpInTheirWindows() {
        LoggedShop shop = new LoggedShop().table("journeys.csv", JOURNEYS);
        // step 1 taken up; its acceptance begins step 2, not taken up; and promises fibre, kept
        shop.with(new Subject("anna")
                .event("01", "moved", "")
                .shown("05", "fibre")
                .row("fibre05", "2026-03-05T11:00", "fibre", Outcome.ACCEPTED)
                .row("fibre05", "12", "fibre", Outcome.FULFILLED)
                .shown("15", "giga"));
        // step 1 too late; a complaint begins nothing to take up
        shop.with(new Subject("bea")
                .event("01", "moved", "")
                .event("02", "complaint", "c")
                .shown("12", "fibre"));
        // the playbook's own row for a later says three days, not thirty
        shop.with(new Subject("cleo")
                .shown("01", "save")
                .row("save01", "01", "save", Outcome.LATER)
                .shown("05", "save"));
        Part part = shop.part("continuity", 0);
        assertThat(part.figure().numerator()).isEqualTo(2);
        assertThat(part.figure().denominator()).isEqualTo(5);
        assertThat(part.offenders())
                .containsExactly(
                        new Offender("back 1", "a step of a journey not taken up", 1, 1),
                        new Offender("moving 1", "a step of a journey not taken up", 1, 2),
                        new Offender("moving 2", "a step of a journey not taken up", 1, 1));
    }

    @Test
    void aPromiseIsKeptBeforeItIsDue() {
        Subject late = new Subject("anna")
                .shown("01", "fibre")
                .row("fibre01", "01", "fibre", Outcome.ACCEPTED)
                .row("fibre01", "15", "fibre", Outcome.FULFILLED);
        Subject undone = new Subject("bea")
                .shown("01", "fibre")
                .row("fibre01", "01", "fibre", Outcome.ACCEPTED)
                .row("fibre01", "05", "fibre", Outcome.REVERSED);
        assertThat(new LoggedShop().with(late).with(undone).fraction("continuity", 0))
                .isEqualTo("0/1");
    }

    @Test
    void activeSubjectsHaveANextActionByTheirLatestDecision() {
        LoggedShop shop = new LoggedShop()
                .with(new Subject("anna")
                        .decided("d1", "01", "champion", "phone")
                        .decided("d2", "02", "champion", "phone", "giga 0.1"))
                .with(new Subject("bea")
                        .decided("d1", "01", "champion", "phone", "giga 0.1")
                        .decided("d2", "02", "champion", "phone"))
                .with(new Subject("cleo").decided("d1", "01", "holdout", "phone"))
                .with(new Subject("dino").decided("d1", "2026-02-01", "champion", "phone"));
        assertThat(shop.fraction("continuity", 1)).isEqualTo("1/2");
        assertThat(shop.part("continuity", 1).offenders())
                .containsExactly(new Offender("eligibility", "the stage that emptied the answer", 1, 1));
    }

    @Test
    void theLoopIsClosedByOutcomesControlsAndCalibration() {
        Subject anna = new Subject("anna")
                .decided("d1", "01", "champion", "phone", "giga 0.25", "help 0.25")
                .row("d1", "01", "giga", Outcome.PRESENTED)
                .row("d1", "01", "help", Outcome.PRESENTED)
                .row("d1", "02", "giga", Outcome.ACCEPTED)
                .decided("d2", "05", "champion", "phone", "save 0.75")
                .row("d2", "05", "save", Outcome.PRESENTED)
                .row("d2", "05", "save", Outcome.REJECTED);
        LoggedShop shop = new LoggedShop().with(anna);
        // giga and save answered, help not; giga and save are held out from some, help is service
        assertThat(shop.fraction("closed loop", 0)).isEqualTo("2/3");
        assertThat(shop.fraction("closed loop", 1)).isEqualTo("2/3");
        assertThat(shop.part("closed loop", 1).offenders())
                .containsExactly(new Offender("help", "nobody goes without it", 1, 1));
        // bin 0.2: expected 0.5, accepted 1; bin 0.7: expected 0.75, accepted 0: error (0.5 + 0.75) / 3
        Part calibration = shop.part("closed loop", 2);
        assertThat(calibration.measures().get("expectedCalibrationError")).isCloseTo(1.25 / 3, within(1e-12));
        // ((0.25 - 1)^2 + 0.25^2 + 0.75^2) / 3
        assertThat(calibration.measures().get("brierScore")).isCloseTo(1.1875 / 3, within(1e-12));
        // interval: only the first bin varies, 2 * 1/4 / 9: half = 1.959964 * sqrt(1/18)
        assertThat(calibration.figure().low()).isCloseTo(100 * (1 - 1.25 / 3) - 46.1968, within(1e-3));
        // the mean of 66.667, 66.667 and 58.333
        assertThat(shop.score("closed loop").score()).isCloseTo(63.8889, within(1e-4));
    }

    @Test
    void aScoreIsTheMeanOfItsPartsAndItsIntervalTheirSquareAndAdd() {
        Part known = new Part("a", new Scorecard.Figure(60, 6, 10, 57, 64, "wilson"), Map.of(), List.of(), List.of());
        Part other = new Part("b", new Scorecard.Figure(80, 8, 10, 76, 83, "wilson"), Map.of(), List.of(), List.of());
        Part missing = new Part("c", null, Map.of(), List.of(), List.of("nothing"));
        Score score = Score.of("both", known, other, missing);
        // distances 3 and 4 below, 4 and 3 above: 5 each, halved
        assertThat(score.score()).isEqualTo(70);
        assertThat(score.low()).isEqualTo(67.5);
        assertThat(score.high()).isEqualTo(72.5);
    }
}
