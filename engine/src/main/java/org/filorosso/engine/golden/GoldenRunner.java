package org.filorosso.engine.golden;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Trace;
import org.filorosso.engine.playbook.io.GoldenCustomer;

/** Decides for golden customers and holds every decision against what was expected. */
public final class GoldenRunner {
    private final Engine engine;

    /** @param engine of the playbook that the customers were read against */
    public GoldenRunner(Engine engine) {
        this.engine = engine;
    }

    /** What became of all of them, and which rows they exercise. */
    public GoldenReport run(List<GoldenCustomer> customers) {
        Exercise exercise = new Exercise(engine.playbook());
        List<GoldenResult> results = new ArrayList<>();
        for (GoldenCustomer customer : customers) {
            Trace trace = engine.trace(customer.subject(), customer.request(), customer.state());
            exercise.add(customer.name(), trace);
            results.add(result(customer, trace.decision()));
        }
        String name = engine.playbook().name();
        return GoldenReport.of(name, engine.playbook().revision(), results, exercise.coverage());
    }

    private GoldenResult result(GoldenCustomer customer, Decision decision) {
        ZoneId zone = engine.playbook().settings().zone();
        List<Mismatch> mismatches = Comparison.of(customer.expectation(), decision, zone);
        List<String> actions = decision.results().stream().map(Result::action).toList();
        return new GoldenResult(customer.source(), customer.name(), mismatches.isEmpty(), mismatches, actions);
    }
}
