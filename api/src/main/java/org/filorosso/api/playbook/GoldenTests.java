package org.filorosso.api.playbook;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.engine.golden.GoldenReport;
import org.filorosso.engine.golden.GoldenResult;
import org.filorosso.engine.golden.GoldenRunner;

/** The golden customers of a revision, and what of them stands against its publication. */
public final class GoldenTests {
    private GoldenTests() {}

    /**
     * Decides for all of them.
     *
     * @throws org.filorosso.api.problem.Refusal if the playbook has errors
     */
    public static GoldenReport run(CheckedPlaybook checked) {
        return new GoldenRunner(LivePlaybook.of(checked.orRefuse()).engine()).run(checked.golden());
    }

    /** Why the revision cannot be published; empty when all is well. */
    static List<Fault> against(GoldenReport report) {
        if (report.results().isEmpty()) {
            return List.of(new Fault(
                    "",
                    "a playbook is published only with golden customers, and this one has none",
                    null,
                    "Maybe write one into tests/stories.yaml."));
        }
        List<Fault> faults = new ArrayList<>();
        for (GoldenResult failure : report.failures()) {
            failure.mismatches()
                    .forEach(one -> faults.add(new Fault(
                            "", failure.source() + ": " + failure.name() + ": " + one, one.actual(), one.hint())));
        }
        return faults;
    }
}
