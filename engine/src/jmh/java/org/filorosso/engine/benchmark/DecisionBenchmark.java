package org.filorosso.engine.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;

/** Whole decisions, one customer an operation. Sample mode gives the percentiles. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {

    private static final int CUSTOMERS = 1024;

    @Param({"1000", "10000"})
    public int actions;

    @Param({"NONE", "FULL"})
    public Explain explain;

    private Engine engine;
    private List<Subject> subjects;
    private List<Request> requests;
    private int next;

    @Setup
    public void build() {
        Playbook playbook = new GeneratedPlaybook(actions).playbook();
        engine = new Engine(playbook, DroolsMatcher.of(playbook));
        subjects = GeneratedCustomers.subjects(CUSTOMERS, actions);
        requests = subjects.stream()
                .map(subject -> GeneratedCustomers.request(subject, explain))
                .toList();
    }

    @Benchmark
    public Decision decide() {
        int customer = next++ & (CUSTOMERS - 1);
        return engine.decide(subjects.get(customer), requests.get(customer), State.FRESH);
    }
}
