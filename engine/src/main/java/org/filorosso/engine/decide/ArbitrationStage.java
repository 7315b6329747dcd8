package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.learn.Propensity;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** Priority = P x C x V x L: who has no such number, or not enough of it, goes. */
final class ArbitrationStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.ARBITRATION;
    }

    @Override
    public void refuse(Deciding deciding) {
        Factoring factoring = new Factoring(deciding);
        String kept = Keep.keeps(deciding);
        List<Ranked> ranked = new ArrayList<>();
        for (int action : deciding.candidates.toArray()) {
            Factors factors = factoring.of(action);
            if (factors == null) {
                deciding.candidates.remove(action);
                continue;
            }
            boolean stays = deciding.action(action).name().equals(kept);
            if (!stays && !enough(deciding, action, factors)) {
                deciding.candidates.remove(action);
                continue;
            }
            ranked.add(
                    new Ranked(action, factors, factoring.belief(), step(deciding, action), stays, factors.priority()));
        }
        deciding.greedy = ranked;
        deciding.ranking = Exploration.order(deciding, ranked);
    }

    private static int step(Deciding deciding, int action) {
        int step = Ranked.NOT_NEXT;
        if (!deciding.continuity.none()) {
            for (Continuity.Thread thread : deciding.continuity.of(action, Journey.Effect.NEXT)) {
                step = Math.min(step, thread.step());
            }
        }
        return step;
    }

    /** Whether the priority is above the threshold, or pays; service and the last resort are not asked. */
    private static boolean enough(Deciding deciding, int action, Factors factors) {
        Action candidate = deciding.action(action);
        if (deciding.lastResort || candidate.service()) {
            return true;
        }
        Double threshold = deciding.playbook().settings().arbitration().threshold();
        return threshold == null ? pays(deciding, action, factors) : factors.priority() > threshold;
    }

    private static boolean pays(Deciding deciding, int action, Factors factors) {
        return margin(deciding, action, factors) > 0;
    }

    private static double margin(Deciding deciding, int action, Factors factors) {
        double cost = deciding.pricing.cost(action);
        return factors.propensity() * (factors.value() - cost)
                - deciding.channel.cost().doubleValue();
    }

    @Override
    public Why why(Deciding deciding, int action) {
        Factors factors = new Factoring(deciding).of(action);
        Action candidate = deciding.action(action);
        String source = "actions.csv:" + candidate.line();
        if (factors == null) {
            return new Why(
                    candidate.name(),
                    source,
                    "A factor of its priority is unknown",
                    unknown(deciding, action),
                    List.of(),
                    null);
        }
        Settings.ArbitrationSettings settings = deciding.playbook().settings().arbitration();
        Double threshold = settings.threshold();
        FailedTest test = threshold == null
                ? new FailedTest("pays", "> 0", margin(deciding, action, factors), false, null)
                : new FailedTest("priority", "> " + threshold, factors.priority(), false, null);
        return new Why("threshold", "playbook.yaml", "Not worth a contact", test, List.of(), null);
    }

    private static FailedTest unknown(Deciding deciding, int action) {
        Factoring factoring = new Factoring(deciding);
        String factor = factoring.missing(action);
        return new FailedTest(factor, "a number, not negative", null, true, factor);
    }

    /** P, C, V and L of one decision's candidates. */
    static final class Factoring {
        private final Deciding deciding;
        private final Settings settings;
        private final Settings.@Nullable Arm arm;
        private Propensity belief = Propensity.UNINFORMED;

        Factoring(Deciding deciding) {
            this.deciding = deciding;
            this.settings = deciding.playbook().settings();
            this.arm = deciding.assigned.settings();
        }

        /** The factors, or null when one is missing, negative or not finite. */
        @Nullable
        Factors of(int action) {
            Factors factors = new Factors(p(action), Weights.context(deciding, action, boosts()), v(action), l(action));
            return valid(factors.propensity())
                            && valid(factors.contextWeight())
                            && valid(factors.value())
                            && valid(factors.lever())
                            && Double.isFinite(factors.priority())
                            && !Double.isNaN(deciding.pricing.cost(action))
                    ? factors
                    : null;
        }

        private static boolean valid(double factor) {
            return factor >= 0 && Double.isFinite(factor);
        }

        /** An arm with a ranking of its own drops boosts. */
        private boolean boosts() {
            return arm == null || arm.ranking() == Settings.Ranking.CHAMPION;
        }

        /** What the propensity of the last factors was taken or drawn from. */
        Propensity belief() {
            return belief;
        }

        private double p(int action) {
            if (settings.arbitration().propensity() == Settings.PropensityModel.OFF) {
                return 1;
            }
            belief = Beliefs.of(deciding, action);
            if (!belief.valid()) {
                return Double.NaN;
            }
            return settings.arbitration().exploration() == Settings.Exploration.THOMPSON
                    ? Exploration.draw(deciding, action, belief)
                    : belief.mean();
        }

        private double v(int action) {
            var value = deciding.pricing.of(action).value();
            return value == null ? Double.NaN : value.doubleValue();
        }

        private double l(int action) {
            return arm != null && !arm.levers() ? 1 : Weights.lever(deciding, action);
        }

        /** The name of the first factor that is missing. */
        String missing(int action) {
            if (!valid(p(action))) {
                return "propensity";
            }
            if (!valid(v(action))) {
                return "value";
            }
            if (Double.isNaN(deciding.pricing.cost(action))) {
                return "cost";
            }
            return valid(l(action)) ? "context weight" : "lever";
        }
    }
}
