package org.filorosso.simulator.report;

import java.util.List;
import org.filorosso.simulator.simulation.Difference;
import org.filorosso.simulator.simulation.Verdict;

/**
 * A mean difference per customer with its interval, the way round in which it is told.
 *
 * @param against what the playbook is held against, or the arm that is held against the control
 * @param metric column of customers.csv
 */
record Effect(String against, String metric, double mean, double low, double high) {

    /** What a difference of a metric means. */
    enum Sense {
        BETTER("better"),
        WORSE("worse"),
        MORE("more"),
        LESS("less"),
        UNCLEAR("may be chance");

        private final String words;

        Sense(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The effects of one metric, one for each other arm; of a single playbook against each of them. */
    static List<Effect> of(Study study, String metric) {
        return study.results().verdicts().stream()
                .flatMap(verdict -> verdict.differences().stream()
                        .filter(one -> one.metric().equals(metric))
                        .map(one -> of(verdict, one, study.alone())))
                .toList();
    }

    static Effect of(Verdict verdict, Difference one, boolean turned) {
        double mean = one.mean().doubleValue();
        double low = one.low().doubleValue();
        double high = one.high().doubleValue();
        return turned
                ? new Effect(verdict.arm(), one.metric(), 0 - mean, 0 - high, 0 - low)
                : new Effect(verdict.arm(), one.metric(), mean, low, high);
    }

    boolean isClear() {
        return low > 0 || high < 0;
    }

    Sense sense() {
        if (!isClear()) {
            return Sense.UNCLEAR;
        }
        boolean up = low > 0;
        return switch (metric) {
            case "contacts" -> up ? Sense.MORE : Sense.LESS;
            case "churned", "optOuts" -> up ? Sense.WORSE : Sense.BETTER;
            default -> up ? Sense.BETTER : Sense.WORSE;
        };
    }
}
