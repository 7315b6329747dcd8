package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.common.NetworkNode;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.CompositeObjectSinkAdapter;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.modelcompiler.constraints.LambdaConstraint;

/**
 * The lower part of a layer's rule network, laid out as numbers: for each node how many rows end there, the rows, how many
 * conditions follow, and for each where the condition's answer stands and where its node begins.
 *
 * <p>Drools' own nodes are objects of some hundred bytes each; most of the time of a decision over thousands of rows was
 * spent waiting for them to come from memory.
 */
final class Branches {

    private final Answers answers;
    private final Probe[] asked;
    private final Map<String, SharedConstraint> byId = new HashMap<>();
    private final Map<String, int[]> rowsByRule;
    private int[] numbers = new int[1024];
    private int size;

    Branches(LayerRules rules) {
        this.answers = new Answers(rules.constraints());
        this.asked = answers.asked();
        this.rowsByRule = rules.rows();
        rules.constraints().forEach(constraint -> byId.put(constraint.id(), constraint));
    }

    /** What goes through this layer for a customer. */
    Seen seen(Fact fact, BitSet rows) {
        return new Seen(fact, rows, answers, asked);
    }

    /**
     * Leaves to Drools the conditions that come first and have an index, puts branches below those, and takes the others
     * over.
     *
     * @return where the node of the others begins
     */
    int replace(ObjectSource root) {
        List<AlphaNode> others = new ArrayList<>();
        Set<ObjectSink> indexed = indexed(root);
        for (ObjectSink sink : root.getObjectSinkPropagator().getSinks()) {
            AlphaNode node = (AlphaNode) sink;
            if (indexed.contains(sink)) {
                node.setObjectSinkPropagator(new Branch(this, lay(node)));
            } else {
                others.add(node);
                root.removeObjectSink(node);
            }
        }
        int start = lay(List.of(), others);
        numbers = Arrays.copyOf(numbers, size);
        return start;
    }

    private static Set<ObjectSink> indexed(ObjectSource root) {
        Set<ObjectSink> indexed = Collections.newSetFromMap(new IdentityHashMap<>());
        if (root.getObjectSinkPropagator() instanceof CompositeObjectSinkAdapter sinks) {
            if (sinks.getHashedSinkMap() != null) {
                indexed.addAll(sinks.getHashedSinkMap().values());
            }
            if (sinks.getRangeIndexMap() != null) {
                sinks.getRangeIndexMap().values().forEach(index -> indexed.addAll(index.getAllValues()));
            }
        }
        return indexed;
    }

    private int lay(AlphaNode node) {
        List<AlphaNode> next = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (ObjectSink sink : node.getObjectSinkPropagator().getSinks()) {
            if (sink instanceof AlphaNode alpha) {
                next.add(alpha);
            } else {
                Arrays.stream(rowsOf(sink)).forEach(rows::add);
            }
        }
        return lay(rows, next);
    }

    private int lay(List<Integer> rows, List<AlphaNode> next) {
        int start = size;
        add(rows.size());
        rows.forEach(this::add);
        add(next.size());
        int pair = size;
        next.forEach(node -> {
            add(answers.position(constraintOf(node).number()));
            add(0);
        });
        for (AlphaNode node : next) {
            int begin = lay(node);
            numbers[pair + 1] = begin;
            pair += 2;
        }
        return start;
    }

    private void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    private SharedConstraint constraintOf(AlphaNode node) {
        if (node.getConstraint() instanceof LambdaConstraint lambda) {
            SharedConstraint constraint = byId.get(lambda.getEvaluator().getId());
            if (constraint != null) {
                return constraint;
            }
        }
        throw new IllegalStateException("The rule network holds the unknown condition " + node.getConstraint());
    }

    private int[] rowsOf(ObjectSink sink) {
        if (sink instanceof LeftInputAdapterNode adapter) {
            NetworkNode[] ends = adapter.getSinks();
            if (ends.length == 1 && ends[0] instanceof RuleTerminalNode end) {
                int[] rows = rowsByRule.get(end.getRule().getName());
                if (rows != null) {
                    return rows;
                }
            }
        }
        throw new IllegalStateException("A path of the rule network does not end in one known rule: " + sink);
    }

    /** Follows every condition that passes, from the node that begins at {@code at}. */
    void walk(int at, Seen seen) {
        int position = at;
        for (int rows = numbers[position++]; rows > 0; rows--) {
            seen.match(numbers[position++]);
        }
        for (int next = numbers[position++]; next > 0; next--) {
            if (seen.passesAt(numbers[position])) {
                walk(numbers[position + 1], seen);
            }
            position += 2;
        }
    }
}
