package org.filorosso.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.compare.Guardrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a guardrail whose truth is known. */
class GuardedTest {
    private static final int REPETITIONS = 2_000;
    private static final int CUSTOMERS = 600;
    private static final double ALPHA = 0.05;

    private static Moments pairs(Random random, double control, double rise) {
        Moments moments = new Moments(2);
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean leaves = random.nextDouble() < control;
            boolean lured = random.nextDouble() < rise / (1 - control);
            moments.add(leaves || lured ? 1 : 0, leaves ? 1 : 0);
        }
        return moments;
    }

    /** Hazard: where the truth lies on the margin, either answer is given more often than the rule admits. */
    @ParameterizedTest
    @CsvSource({"0.2, churned:0.05", "0.2, churned:25%", "0.1, churned:50%"})
    void errsNoMoreThanItSaysOnTheMargin(double control, String guardrail) {
        Guardrail margin = Guardrail.of(guardrail);
        double rise = margin.relative() ? margin.margin() * control : margin.margin();
        int kept = 0;
        int broken = 0;
        for (int seed = 0; seed < REPETITIONS; seed++) {
            Guarded told = Guarded.of(margin, pairs(new Random(seed), control, rise), ALPHA, ALPHA);
            kept += told.verdict().equals("kept") ? 1 : 0;
            broken += told.broken() ? 1 : 0;
        }
        // 2,000 draws at 5% stay within 3.5% and 6.5%
        assertThat(kept).isBetween(70, 130);
        assertThat(broken).isBetween(70, 130);
    }

    /** Hazard: nobody left before, so that a share of it is nothing, and any harm passes. */
    @Test
    void aShareOfNothingIsNothing() {
        Guardrail margin = Guardrail.of("churned:5%");

        assertThat(Guarded.of(margin, pairs(new Random(1), 0, 0), ALPHA, ALPHA).verdict())
                .isEqualTo("kept");
        assertThat(Guarded.of(margin, pairs(new Random(1), 0, 0.05), ALPHA, ALPHA)
                        .verdict())
                .isEqualTo("broken");
    }

    /** Hazard: of a metric that must not fall, a rise is called harm. */
    @Test
    void aMarginBelowZeroGuardsAgainstAFall() {
        Guardrail margin = Guardrail.of("revenue:-5%");
        Moments less = new Moments(2);
        Moments more = new Moments(2);
        Random random = new Random(7);
        for (int i = 0; i < CUSTOMERS; i++) {
            double paid = 50 + 5 * random.nextGaussian();
            less.add(paid * 0.8 + random.nextGaussian(), paid);
            more.add(paid * 1.2 + random.nextGaussian(), paid);
        }

        assertThat(Guarded.of(margin, less, ALPHA, ALPHA).verdict()).isEqualTo("broken");
        assertThat(Guarded.of(margin, more, ALPHA, ALPHA).verdict()).isEqualTo("kept");
    }
}
