package org.filorosso.simulator.stats;

import java.util.stream.Stream;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.Propensity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: adaptive propensity learns something else than the share of presentations that were accepted. */
public class BanditVectorsTest {
    private static final double HARDLY_ANY = 1e-13;

    public static Vectors vectorsOfOthers() {
        return Vectors.of("bandits.json")
                .run("ucb1/", BanditVectorsTest::means)
                .leaveOut("linucb/", "the engine learns counts per action, channel and stage, no linear bandit")
                .leaveOut("ridge/", "the regression that is offered is logistic");
    }

    @TestFactory
    Stream<DynamicTest> ofOthers() throws Exception {
        return vectorsOfOthers().tests();
    }

    /** Its exploration is not offered (the engine draws from the belief instead); what it adds to, the mean, is held. */
    private static void means(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        double[] decisions = Vectors.numbers(inputs.get("decisions"));
        double[] rewards = Vectors.numbers(inputs.get("rewards"));
        for (JsonNode arm : inputs.get("arms")) {
            double presented = 0;
            double accepted = 0;
            for (int i = 0; i < decisions.length; i++) {
                boolean shown = decisions[i] == arm.asDouble();
                presented += shown ? 1 : 0;
                accepted += shown ? rewards[i] : 0;
            }
            double bonus = inputs.get("alpha").asDouble() * Math.sqrt(2 * Math.log(decisions.length) / presented);
            BetaCounts.Count nothing = new BetaCounts.Count(0, 0);
            Propensity learned = Propensity.prior(0.5, HARDLY_ANY)
                    .adapted(new BetaCounts.Count(presented, accepted), nothing, nothing);

            Vectors.close(vector, vector.get("expected").get("scores").get(arm.asString()), learned.mean() + bonus);
        }
    }
}
