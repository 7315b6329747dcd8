package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filorosso.engine.golden.PlaybookVerifier.customer;

import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Hazard: a check passes whatever happened, or fails without saying what did. */
class PlaybookVerifierTest {
    private final PlaybookVerifier shop = PlaybookVerifier.of(Shop.FOLDER);

    private Story anna() {
        return shop.given(customer("anna")
                        .with("tenure months", 2)
                        .with("plan", "smart")
                        .with("vip", true)
                        .variant("wording", "warm")
                        .arm("champion"))
                .at("2026-03-02T10:15")
                .on("counter")
                .inbound();
    }

    @Test
    void readsLikeAStory() {
        anna().expect()
                .stage("onboarding")
                .arm("champion")
                .top("activate-app")
                .results("activate-app", "more-data")
                .includes("more-data")
                .excludes("call-back")
                .price("more-data", 8)
                .dropped("max-plan", StageCode.SUITABILITY)
                .by("E-3")
                .asUnknown()
                .top("activate-app");
    }

    @Test
    void tellsAllThatAFileCan() {
        shop.given(customer("bea")
                        .with("spend", 60, "2026-02-20")
                        .with("tenure months", 30)
                        .with("contracts", List.of(Map.of("plan", "smart", "months left", 2)))
                        .consent("marketing")
                        .refuses("profiling")
                        .household("h-1")
                        .language("it")
                        .prefers("app", "email")
                        .had("2026-02-20T09:00", "more-data", Outcome.PRESENTED, "app", 7.5)
                        .had("2026-02-21T09:00", "max-plan", Outcome.REJECTED, "counter")
                        .householdHad("2026-02-21T09:00", "max-plan", Outcome.PRESENTED, "counter")
                        .event("2026-02-22T09:00", "survey", "", Map.of("score", 9))
                        .and("counters", Map.of("activate-app", Map.of("today", 3)))
                        .arm("champion"))
                .at("2026-03-02T10:15")
                .on("counter")
                .inbound()
                .with("reason for contact", "billing")
                .expect()
                .price("more-data", 7.5)
                .dropped("max-plan", StageCode.CONTACT_POLICY)
                .by("C-1");
    }

    @Test
    void everyCheckFailsWhenItDoesNotHold() {
        Ending ending = anna().expect();

        List<Runnable> wrong = List.of(
                () -> ending.stage("established"),
                () -> ending.arm("plain"),
                () -> ending.top("more-data"),
                () -> ending.results("more-data", "activate-app"),
                () -> ending.includes("call-back"),
                () -> ending.excludes("more-data"),
                () -> ending.price("more-data", 10),
                ending::noAction,
                () -> ending.dropped("more-data", StageCode.SUITABILITY),
                () -> ending.dropped("max-plan", StageCode.ELIGIBILITY),
                () -> ending.dropped("max-plan", StageCode.SUITABILITY).by("E-9"));
        for (Runnable check : wrong) {
            assertThatThrownBy(check::run).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void saysWhatHappenedInstead() {
        assertThatThrownBy(() -> anna().expect().top("max-plan"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected max-plan")
                .hasMessageContaining("but was activate-app")
                .hasMessageContaining("dropped at suitability by E-3")
                .hasMessageContaining("spend is missing");
    }

    /** Hazard: a mistyped name makes a check that can never fail: an unknown action is always absent. */
    @Test
    void refusesNamesThatThePlaybookHasNot() {
        Ending ending = anna().expect();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ending.excludes("more-dat"))
                .withMessageContaining("\"more-data\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.given(customer("x").with("plann", "smart"))
                        .at("2026-03-02T10:15")
                        .on("counter")
                        .decide())
                .withMessageContaining("\"plan\"");
    }

    @Test
    void goldenCustomersPassAndCoverAsMuchAsTheyDo() {
        double percent = shop.report().coverage().share().percent();

        assertThat(shop.allGoldenCustomersPass().coverageAtLeast(percent)).isSameAs(shop);
        assertThatThrownBy(() -> shop.coverageAtLeast(percent + 0.1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("contact-policy.csv:2 C-1");
    }
}
