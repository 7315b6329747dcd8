package org.filorosso.simulator.ope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.filorosso.simulator.stats.Chance;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: a policy looks better than it is, and nobody is warned. */
public class OffPolicyVectorsTest {

    public static Vectors vectorsOfOpenBanditPipeline() {
        return Vectors.of("off_policy_evaluation.json")
                .run("ope/small8", OffPolicyVectorsTest::small)
                .leaveOut("ope/published_relative_ee_all", "bootstrap runs over a file that is not public in full")
                .leaveOut("ope/", "needs the library's own draws of a policy or its fitted reward model");
    }

    @TestFactory
    Stream<DynamicTest> ofOpenBanditPipeline() throws Exception {
        return vectorsOfOpenBanditPipeline().tests();
    }

    /** Its clipped, shrunk and sub-Gaussian estimators are not offered. */
    private static void small(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        Evaluating evaluating = new Evaluating(1.5, true);
        for (int i = 0; i < inputs.get("action").size(); i++) {
            int action = inputs.get("action").get(i).asInt();
            double[] pi = Vectors.numbers(inputs.get("pi_e").get(i));
            double[] q = Vectors.numbers(inputs.get("q_hat").get(i));
            double policy = 0;
            for (int choice = 0; choice < pi.length; choice++) {
                policy += pi[choice] * q[choice];
            }
            evaluating.add(evaluating.see(new Feedback(
                    inputs.get("reward").get(i).asDouble(),
                    inputs.get("pscore").get(i).asDouble(),
                    pi[action],
                    q[action],
                    policy)));
        }
        Evaluation.Estimators estimators = evaluating.evaluation(0.05).estimators();

        Vectors.close(vector, "ipw", estimators.ips().value());
        Vectors.close(vector, "snipw", estimators.snips().value());
        Vectors.close(vector, "dm", estimators.dm().value());
        Vectors.close(vector, "dr", estimators.dr().value());
        Vectors.close(vector, "sndr", estimators.sndr().value());
        Vectors.close(vector, "switch_dr_lambda_1.5", estimators.switchDr().value());
    }

    /** Three actions that earn 0.1, 0.3 and 0.5; the log prefers the first, the new policy the last; the model is wrong. */
    private static Evaluation log(SplittableRandom random, int n) {
        double[] logging = {0.5, 0.3, 0.2};
        double[] policy = {0.2, 0.2, 0.6};
        Evaluating evaluating = new Evaluating(10, true);
        for (int i = 0; i < n; i++) {
            double chance = random.nextDouble();
            int action = chance < logging[0] ? 0 : chance < logging[0] + logging[1] ? 1 : 2;
            double reward = random.nextDouble() < 0.1 + 0.2 * action ? 1 : 0;
            double model = 0.2 + 0.05 * action;
            evaluating.add(evaluating.see(
                    new Feedback(reward, logging[action], policy[action], model, 0.2 * 0.2 + 0.2 * 0.25 + 0.6 * 0.3)));
        }
        return evaluating.evaluation(0.05);
    }

    @Test
    void intervalsHoldTheTruth() {
        double truth = 0.2 * 0.1 + 0.2 * 0.3 + 0.6 * 0.5;

        assertThat(covered(truth, "ips")).isBetween(0.935, 0.965);
        assertThat(covered(truth, "snips")).isBetween(0.935, 0.965);
        assertThat(covered(truth, "dr")).isBetween(0.935, 0.965);
        assertThat(covered(truth, "sndr")).isBetween(0.935, 0.965);
        // the direct method trusts the wrong model
        assertThat(log(new SplittableRandom(1), 500).estimators().dm().value()).isLessThan(0.3);
    }

    private static double covered(double truth, String name) {
        return Chance.share(random -> {
            Evaluation.Estimators all = log(random, 500).estimators();
            Estimate one = switch (name) {
                case "ips" -> all.ips();
                case "snips" -> all.snips();
                case "dr" -> all.dr();
                default -> all.sndr();
            };
            return one.low() <= truth && truth <= one.high();
        });
    }

    @Test
    void theDoublyRobustEstimateIsTighterThanWeightsAlone() {
        Evaluation.Estimators all = log(new SplittableRandom(1), 5000).estimators();

        assertThat(all.dr().se()).isLessThan(all.ips().se());
    }
}
