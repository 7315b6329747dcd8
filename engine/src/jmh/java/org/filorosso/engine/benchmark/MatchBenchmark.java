package org.filorosso.engine.benchmark;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.filorosso.engine.match.AgendaMatcher;
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

/** All rows of a playbook against one customer an operation: on Drools, with Drools' agenda, and plainly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchBenchmark {

    private static final int CUSTOMERS = 1024;

    @Param({"1000", "10000"})
    public int actions;

    @Param({"drools", "agenda", "plain"})
    public String matcher;

    private Playbook playbook;
    private FactLayout layout;
    private int layers;
    private Matcher measured;
    private List<Object[]> customers;
    private int next;

    @Setup
    public void build() {
        playbook = new GeneratedPlaybook(actions).playbook();
        layout = FactLayout.of(playbook);
        layers = Layers.of(playbook).layers().size();
        measured = switch (matcher) {
            case "drools" -> DroolsMatcher.of(playbook);
            case "agenda" -> AgendaMatcher.of(playbook);
            default -> PlainMatcher.of(playbook);
        };
        customers =
                GeneratedCustomers.values(CUSTOMERS).stream().map(this::slots).toList();
    }

    private Object[] slots(Map<String, Object> values) {
        Object[] slots = new Object[playbook.names().size()];
        values.forEach((name, value) -> slots[playbook.names().find(name).orElseThrow()] = value);
        return slots;
    }

    private Fact fact() {
        Object[] values = customers.get(next++ & (CUSTOMERS - 1));
        Fact fact = layout.fact(call -> null);
        for (int slot = 0; slot < values.length; slot++) {
            fact.set(slot, values[slot]);
        }
        return fact;
    }

    @Benchmark
    public BitSet match() {
        Fact fact = fact();
        BitSet rows = new BitSet(playbook.rowCount());
        for (int layer = 0; layer < layers; layer++) {
            measured.match(layer, fact, rows);
        }
        return rows;
    }
}
