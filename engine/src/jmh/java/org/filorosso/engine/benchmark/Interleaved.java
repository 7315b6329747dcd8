package org.filorosso.engine.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.AgendaMatcher;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.match.Fact;
import org.filorosso.engine.match.FactLayout;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.match.PlainMatcher;
import org.filorosso.engine.playbook.Playbook;

/**
 * Measures matchers and decisions in turns, by the processor time of the thread: on a machine that others use as well, the
 * ratios of one run hold where the times of two runs do not. Arguments: rounds, then numbers of actions.
 */
public final class Interleaved {

    private static final int CUSTOMERS = 256;

    private final Map<String, IntConsumer> tasks = new LinkedHashMap<>();

    private Interleaved() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        Interleaved all = new Interleaved();
        for (int i = 1; i < arguments.length; i++) {
            all.add(Integer.parseInt(arguments[i]));
        }
        all.measure(rounds);
    }

    private void add(int actions) {
        Playbook playbook = new GeneratedPlaybook(actions).playbook();
        DroolsMatcher drools = DroolsMatcher.of(playbook);
        addMatcher(actions + " actions, match plainly", playbook, PlainMatcher.of(playbook));
        addMatcher(actions + " actions, match on Drools", playbook, drools);
        addMatcher(actions + " actions, match with the agenda", playbook, AgendaMatcher.of(playbook));
        Engine engine = new Engine(playbook, drools);
        addDecision(actions, engine, Explain.NONE);
    }

    private void addMatcher(String name, Playbook playbook, Matcher matcher) {
        FactLayout layout = FactLayout.of(playbook);
        int layers = Layers.of(playbook).layers().size();
        List<Map<String, Object>> customers = GeneratedCustomers.values(CUSTOMERS);
        tasks.put(name, customer -> {
            Fact fact = layout.fact(call -> null);
            customers
                    .get(customer)
                    .forEach((attribute, value) ->
                            fact.set(playbook.names().find(attribute).orElseThrow(), value));
            BitSet rows = new BitSet(playbook.rowCount());
            for (int layer = 0; layer < layers; layer++) {
                matcher.match(layer, fact, rows);
            }
        });
    }

    private void addDecision(int actions, Engine engine, Explain explain) {
        List<Subject> subjects = GeneratedCustomers.subjects(CUSTOMERS, actions);
        List<Request> requests = subjects.stream()
                .map(subject -> GeneratedCustomers.request(subject, explain))
                .toList();
        tasks.put(
                actions + " actions, decide and explain " + explain,
                customer -> engine.decide(subjects.get(customer), requests.get(customer), State.FRESH));
    }

    private void measure(int rounds) {
        Map<String, double[]> times = new LinkedHashMap<>();
        tasks.keySet().forEach(name -> times.put(name, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            int now = round;
            tasks.forEach((name, task) -> times.get(name)[now] = microseconds(task));
        }
        times.forEach((name, each) -> System.out.printf("%-40s %8.1f us%n", name, median(each, rounds / 2)));
    }

    private static double microseconds(IntConsumer task) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            task.accept(customer);
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1000.0 / CUSTOMERS;
    }

    /** Of the later rounds; the earlier ones warm up. */
    private static double median(double[] each, int warm) {
        double[] sorted = Arrays.copyOfRange(each, warm, each.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
