package org.filorosso.simulator.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.filorosso.simulator.stats.Chance;
import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: who looks every day and stops when it is significant finds differences that are not there. */
class PeekingTest {
    private static final int LOOKS = 20;
    private static final int BATCH = 50;

    /** The share of tests of two equal arms in which a look finds a difference. */
    private static double falsePositives(int looks, double effect, IntFunction<Inference> atLook) {
        return Chance.share(random -> {
            Moments arm = new Moments(Arm.SIZE);
            Moments control = new Moments(Arm.SIZE);
            for (int look = 1; look <= looks; look++) {
                units(random, arm, effect);
                units(random, control, 0);
                Measured measured = new Contrast(new Arm(arm, false), new Arm(control, false), null, false).absolute();
                if (!atLook.apply(look).interval(measured).contains(effect)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void units(SplittableRandom random, Moments moments, double effect) {
        for (int i = 0; i < BATCH; i++) {
            moments.add(effect + Chance.amount(random), 1, 0, 1);
        }
    }

    @Test
    void aFixedTestBreaks() {
        Inference fixed = new FixedHorizon(Sided.TWO, 0.05);

        assertThat(falsePositives(LOOKS, 0, look -> fixed)).isGreaterThan(0.15);
    }

    @Test
    void anAlwaysValidTestDoesNot() {
        Inference always = new ConfidenceSequence(Sided.TWO, 0.05, 1000);
        Inference oneSided = new ConfidenceSequence(Sided.GREATER, 0.05, 1000);

        assertThat(falsePositives(LOOKS, 0, look -> always)).isLessThanOrEqualTo(0.05);
        assertThat(falsePositives(LOOKS, 0.3, look -> always)).isLessThanOrEqualTo(0.05);
        assertThat(falsePositives(LOOKS, 0, look -> oneSided)).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @EnumSource(Boundary.class)
    void neitherDoesAGroupSequentialOne(Boundary boundary) {
        Looks looks = new Looks(boundary, Sided.TWO, 0.2, 0.4, 0.6, 0.8, 1);
        Inference[] atLook = new Inference[5];
        for (int i = 0; i < 5; i++) {
            atLook[i] = new GroupSequential(looks, i + 1, 0.05);
        }

        assertThat(falsePositives(5, 0.2, look -> atLook[look - 1])).isLessThanOrEqualTo(0.065);
    }

    @Test
    void intervalAndPValueSayTheSame() {
        for (Sided sided : Sided.values()) {
            Looks looks = new Looks(Boundary.SPENDING_POCOCK, sided, 0.3, 0.7, 1);
            for (Inference inference : new Inference[] {
                new ConfidenceSequence(sided, 0.05, 1000),
                new GroupSequential(looks, 2, 0.05),
                new GroupSequential(new Looks(Boundary.OBRIEN_FLEMING, sided, 0.3, 0.7, 1), 2, 0.05)
            }) {
                for (double z = -6; z <= 6; z += 0.25) {
                    Measured measured = new Measured(z, 1, Double.POSITIVE_INFINITY, 700);
                    assertThat(inference.pValue(measured) < 0.05)
                            .as("%s %s %s", inference, sided, z)
                            .isEqualTo(!inference.interval(measured).contains(0));
                }
            }
        }
    }

    @Test
    void oneLookIsTheFixedTest() {
        Measured measured = new Measured(2.1, 1, Double.POSITIVE_INFINITY, 100);
        for (Boundary boundary : Boundary.values()) {
            Inference once = new GroupSequential(new Looks(boundary, Sided.TWO, 1), 1, 0.05);
            assertThat(once.pValue(measured))
                    .isCloseTo(
                            new FixedHorizon(Sided.TWO, 0.05).pValue(measured),
                            org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    /** The mixture's own definition, integrated: Robbins (1970), equation for a normal mixture. */
    @Test
    void theAlwaysValidPValueIsTheMixtureLikelihoodRatio() {
        double n = 900;
        double log = -2 * Math.log(0.05);
        double rho = Math.sqrt((log + Math.log1p(log)) / 5000);
        for (double z : new double[] {0.5, 2, 3.5}) {
            double ratio = 0;
            double width = 12 * rho / 20000;
            for (int i = -10000; i <= 10000; i++) {
                double theta = i * width;
                double density = Sided.NORMAL.density(theta / rho) / rho;
                ratio += width * density * Math.exp(theta * z * Math.sqrt(n) - theta * theta * n / 2);
            }
            Measured measured = new Measured(z, 1, Double.POSITIVE_INFINITY, n);
            assertThat(new ConfidenceSequence(Sided.TWO, 0.05, 5000).pValue(measured))
                    .isCloseTo(Math.min(1, 1 / ratio), org.assertj.core.api.Assertions.within(1e-6));
        }
    }
}
