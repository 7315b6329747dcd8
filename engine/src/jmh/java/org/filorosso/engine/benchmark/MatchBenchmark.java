package org.filorosso.engine.benchmark;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.match.FactLayout;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.match.PlainMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All rows of a playbook against one customer, on Drools and plainly: one customer an operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchBenchmark {

    private static final int CUSTOMERS = 1024;

    @Param({"1000", "10000"})
    public int actions;

    private Playbook playbook;
    private FactLayout layout;
    private int layers;
    private Matcher plain;
    private Matcher drools;
    private List<Object[]> customers;
    private int next;

    @Setup
    public void build() {
        playbook = GeneratedRows.of(new GeneratedPlaybook(actions));
        layout = FactLayout.of(playbook);
        layers = Layers.of(playbook).layers().size();
        plain = PlainMatcher.of(playbook);
        drools = DroolsMatcher.of(playbook);
        customers = GeneratedPlaybook.customers(CUSTOMERS).stream()
                .map(values -> GeneratedRows.slots(playbook, values))
                .toList();
        report();
    }

    private void report() {
        int unconditional = playbook.tables().treatments().size() + 1;
        int matches = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            matches += match(drools).cardinality() - unconditional;
        }
        System.out.printf(
                "%n%d rows, %.1f conditional matches a customer%n", playbook.rowCount(), (double) matches / CUSTOMERS);
    }

    private Fact fact() {
        Object[] values = customers.get(next++ & (CUSTOMERS - 1));
        Fact fact = layout.fact(call -> null);
        for (int slot = 0; slot < values.length; slot++) {
            fact.set(slot, values[slot]);
        }
        return fact;
    }

    private BitSet match(Matcher matcher) {
        Fact fact = fact();
        BitSet rows = new BitSet(playbook.rowCount());
        for (int layer = 0; layer < layers; layer++) {
            matcher.match(layer, fact, rows);
        }
        return rows;
    }

    @Benchmark
    public Fact customerAlone() {
        return fact();
    }

    @Benchmark
    public BitSet onDrools() {
        return match(drools);
    }

    @Benchmark
    public BitSet plainly() {
        return match(plain);
    }
}
