package org.filorosso.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hazard: a drill says that nothing was lost, or nothing done twice, because it cannot see it. */
class LedgerTest {

    @Test
    void findsAPlantedLossAndAPlantedRepetition() {
        Ledger ledger = new Ledger();
        List.of("a", "b", "c").forEach(ledger::acknowledge);
        assertThat(ledger.lost(List.of("a", "c", "d"))).containsExactly("b");
        assertThat(Ledger.repeated(List.of("a", "c", "a", "a"))).containsExactly("a");
    }

    @Test
    void figuresThatAreNotAsPromisedBreakThePromise() {
        assertThat(new Figures().expect("lost", 0, 0).atMost("p99", 3, 4).kept())
                .isTrue();
        assertThat(new Figures().expect("lost", 1, 0).line()).contains("lost=1 :: lost is not 0");
        assertThat(new Figures().atMost("p99", 5, 4).kept()).isFalse();
        assertThat(new Figures().atLeast("replayed", 0, 1).kept()).isFalse();
    }

    @Test
    void aDrillThatCannotBeCarriedOutHasFailed() {
        Drill hopeless = new Drill() {
            @Override
            public int promise() {
                return 0;
            }

            @Override
            public String name() {
                return "hopeless";
            }

            @Override
            public void run(Ground ground, Figures figures) {
                throw new IllegalStateException("planted");
            }
        };
        assertThat(Drills.passes(hopeless, DrillDatabase.H2)).isFalse();
    }
}
