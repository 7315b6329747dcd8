package org.filorosso.engine.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.RuleTerminalNode;

/**
 * Drools' network of a rule base with its agenda taken off: a fact goes in at the node of its type, through the shared
 * and indexed conditions, and out at the rules it matches. No session is opened. Safe to share between threads.
 */
final class RuleNetwork {

    private final Map<String, ObjectTypeNode> entries = new HashMap<>();

    private RuleNetwork() {}

    /**
     * Takes over a rule base; no session can be opened on it afterwards.
     *
     * @param rules the rows behind each rule, by its name
     */
    static RuleNetwork of(InternalRuleBase base, Map<String, int[]> rules) {
        RuleNetwork network = new RuleNetwork();
        for (EntryPointNode entry : base.getRete().getEntryPointNodes().values()) {
            entry.getObjectTypeNodes().values().stream()
                    .filter(node -> node.getObjectType().isAssignableFrom(Seen.class))
                    .forEach(node -> network.open(entry.getEntryPoint().getEntryPointId(), node, rules));
        }
        return network;
    }

    private void open(String entryPoint, ObjectTypeNode node, Map<String, int[]> rules) {
        collect(node, rules);
        entries.put(entryPoint, node);
    }

    private static void collect(ObjectSource node, Map<String, int[]> rules) {
        for (ObjectSink sink : List.of(node.getObjectSinkPropagator().getSinks())) {
            if (sink instanceof AlphaNode alpha) {
                collect(alpha, rules);
            } else if (sink instanceof LeftInputAdapterNode adapter) {
                node.removeObjectSink(adapter);
                node.addObjectSink(new Collector(rowsOf(adapter, rules)));
            } else {
                throw new IllegalStateException(
                        "A node of the rule network is neither a condition nor an end: " + sink);
            }
        }
    }

    private static int[] rowsOf(LeftInputAdapterNode adapter, Map<String, int[]> rules) {
        NetworkNode[] ends = adapter.getSinks();
        if (ends.length != 1 || !(ends[0] instanceof RuleTerminalNode end)) {
            throw new IllegalStateException("A path of the rule network ends in " + ends.length + " rules, expected 1");
        }
        int[] rows = rules.get(end.getRule().getName());
        if (rows == null) {
            throw new IllegalStateException(
                    "The rule network holds the unknown rule " + end.getRule().getName());
        }
        return rows;
    }

    /** Sends a fact through the rules of one entry point; an entry point without rules matches nothing. */
    void send(String entryPoint, Seen seen) {
        ObjectTypeNode node = entries.get(entryPoint);
        if (node != null) {
            // conditions over one fact read neither a context nor a working memory
            node.getObjectSinkPropagator().propagateAssertObject(new DefaultFactHandle(seen), null, null);
        }
    }
}
