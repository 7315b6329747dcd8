package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.report.Proportions.Estimate;
import org.filorosso.simulator.stats.frequentist.SampleRatio;
import org.jspecify.annotations.Nullable;

/**
 * What was tested and what came of it. Units are subjects, who are what was assigned.
 *
 * @param tests the arms first, then the experiments in file order
 * @param holdout null where the playbook holds nobody out
 */
record ExperimentReport(
        About about, List<Test> tests, @Nullable Holdout holdout) implements Report {

    /**
     * A split and its parts.
     *
     * @param test {@code arms}, or the name of the experiment
     * @param control what the others are compared with
     * @param sampleRatio null where there are not two parts with a share
     */
    record Test(String test, String control, @Nullable SampleRatio sampleRatio, List<Variant> variants) {}

    /**
     * A part of a split.
     *
     * @param share of all who are in the split
     * @param exposed subjects of whom a decision made use of it
     * @param presented those who were shown what is tested
     * @param accepted those who accepted it
     * @param conversion accepted of exposed
     * @param difference of conversion to the control's; null for the control itself
     */
    record Variant(
            String variant,
            double share,
            long exposed,
            long presented,
            long accepted,
            @Nullable Estimate conversion,
            @Nullable Estimate difference) {}

    /**
     * What we claim beside what we caused: who takes something without us would have taken it anyway.
     *
     * @param treated subjects who were not held out
     * @param heldOut subjects who were
     * @param treatedTook those who accepted, or bought the product of an action, offered or not
     * @param heldOutTook the same of the holdout
     * @param claimed treated subjects with an acceptance
     * @param caused the difference of both shares, times the treated
     * @param actions the same for each action that somebody accepted, most claimed first
     */
    record Holdout(
            long treated,
            long heldOut,
            long treatedTook,
            long heldOutTook,
            long claimed,
            @Nullable Estimate caused,
            List<Cause> actions) {}

    /** What is claimed and caused of one action. */
    record Cause(
            String action,
            long claimed,
            long treatedTook,
            long heldOutTook,
            @Nullable Estimate caused) {}

    @Override
    public List<String> columns() {
        return List.of(
                "test",
                "variant",
                "share",
                "exposed",
                "presented",
                "accepted",
                "conversion",
                "low",
                "high",
                "difference",
                "differenceLow",
                "differenceHigh",
                "pValue");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Test test : tests) {
            for (Variant one : test.variants()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.addAll(List.of(test.test(), one.variant(), one.share()));
                row.addAll(List.of(one.exposed(), one.presented(), one.accepted()));
                add(row, one.conversion());
                add(row, one.difference());
                row.add(one.difference() == null ? null : one.difference().pValue());
                rows.add(row);
            }
        }
        return rows;
    }

    private static void add(List<@Nullable Object> row, @Nullable Estimate estimate) {
        row.add(estimate == null ? null : estimate.value());
        row.add(estimate == null ? null : estimate.low());
        row.add(estimate == null ? null : estimate.high());
    }
}
