package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;

/**
 * Which experiments a decision touched: only those whose variant a row asked for while it was looked at for a candidate,
 * or whose control dropped somebody, count as exposed.
 */
final class Exposure {

    private final List<Use> uses = new ArrayList<>();

    /** A row that reads the variant of an experiment, at the stage that looks at it, for these actions. */
    private record Use(Experiment experiment, StageCode stage, ActionSet actions) {}

    Exposure(Playbook playbook) {
        for (Experiment experiment : playbook.tables().experiments()) {
            new Collector(playbook, experiment).collect();
        }
    }

    boolean none() {
        return uses.isEmpty();
    }

    /**
     * @param entered the candidates each stage was given
     * @param variants the variant of every experiment
     */
    Map<String, String> exposed(EnumMap<StageCode, ActionSet> entered, Map<String, String> variants) {
        Map<String, String> exposed = new TreeMap<>();
        for (Use use : uses) {
            ActionSet candidates = entered.get(use.stage());
            String variant = variants.get(use.experiment().name());
            boolean inside = variant != null && !variant.equals(Experiment.OUTSIDE);
            if (inside && candidates != null && candidates.intersects(use.actions())) {
                exposed.put(use.experiment().name(), variant);
            }
        }
        return exposed;
    }

    /** Finds the rows that read one experiment. */
    private final class Collector {
        private final Playbook playbook;
        private final Experiment experiment;
        private final Playbook.Tables tables;

        Collector(Playbook playbook, Experiment experiment) {
            this.playbook = playbook;
            this.experiment = experiment;
            this.tables = playbook.tables();
        }

        void collect() {
            Target target = experiment.target();
            if (target != null) {
                use(StageCode.ASSIGNMENT, target.actions());
            }
            everybody();
            tables.engagement().forEach(row -> rows(row.row(), stage(row.policy()), row.target()));
            tables.contactPolicy().forEach(row -> rows(row.row(), StageCode.CONTACT_POLICY, row.target()));
            tables.coherence().forEach(row -> rows(row.row(), StageCode.COHERENCE, row.target()));
            tables.journeys().forEach(row -> rows(row.row(), StageCode.JOURNEY, row.target()));
            tables.arbitration().forEach(row -> rows(row.row(), StageCode.ARBITRATION, row.target()));
            tables.propensity().forEach(row -> rows(row.row(), StageCode.ARBITRATION, row.target()));
            tables.treatments().forEach(row -> one(row.row(), StageCode.TREATMENT, row.action()));
            tables.prices().forEach(row -> one(row.row(), StageCode.ARBITRATION, row.action()));
        }

        /** What makes stages and segments concerns every candidate from the start. */
        private void everybody() {
            boolean read = tables.lifecycle().stream().anyMatch(row -> reads(row.row()))
                    || tables.segments().stream().anyMatch(row -> reads(row.row()));
            if (read) {
                use(StageCode.ASSIGNMENT, ActionSet.all(playbook.catalogue().size()));
            }
        }

        private static StageCode stage(org.filorosso.engine.playbook.Engagement.Policy policy) {
            return switch (policy) {
                case ELIGIBILITY -> StageCode.ELIGIBILITY;
                case APPLICABILITY -> StageCode.APPLICABILITY;
                case SUITABILITY -> StageCode.SUITABILITY;
            };
        }

        private void rows(Row row, StageCode stage, Target target) {
            if (reads(row)) {
                use(stage, target.actions());
            }
        }

        private void one(Row row, StageCode stage, int action) {
            if (reads(row)) {
                use(stage, ActionSet.of(playbook.catalogue().size(), action));
            }
        }

        private void use(StageCode stage, ActionSet actions) {
            uses.add(new Use(experiment, stage, actions));
        }

        private boolean reads(Row row) {
            Expr when = row.when();
            return (when != null && when.slots().contains(experiment.slot()))
                    || row.conditions().stream()
                            .anyMatch(condition -> condition.slot() == experiment.slot()
                                    || condition.test().slots().contains(experiment.slot()));
        }
    }
}
