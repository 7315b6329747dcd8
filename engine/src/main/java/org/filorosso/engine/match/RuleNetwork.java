package org.filorosso.engine.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Drools' network of a rule base with its agenda taken off: a fact goes in at the node of its type, through the indexed
 * and shared conditions, and out at the rows it matches. No session is opened. Safe to share between threads.
 */
final class RuleNetwork {

    private final @Nullable Entry[] entries;

    /** The way into one layer. */
    private record Entry(ObjectTypeNode indexed, Branches branches, int others) {}

    private RuleNetwork(@Nullable Entry[] entries) {
        this.entries = entries;
    }

    /** Builds one rule base with an entry point for each layer. */
    static RuleNetwork of(List<LayerRules> layers) {
        ModelImpl model = new ModelImpl();
        layers.forEach(layer -> layer.rules().forEach(model::addRule));
        Map<String, ObjectTypeNode> nodes = nodes(KieBaseBuilder.createKieBaseFromModel(model));
        @Nullable Entry[] entries = new Entry[layers.size()];
        for (int layer = 0; layer < entries.length; layer++) {
            entries[layer] = entry(nodes.get(LayerRules.entryPoint(layer)), layers.get(layer));
        }
        return new RuleNetwork(entries);
    }

    private static Map<String, ObjectTypeNode> nodes(InternalRuleBase base) {
        Map<String, ObjectTypeNode> nodes = new HashMap<>();
        for (EntryPointNode entry : base.getRete().getEntryPointNodes().values()) {
            entry.getObjectTypeNodes().values().stream()
                    .filter(node -> node.getObjectType().isAssignableFrom(Seen.class))
                    .forEach(node -> nodes.put(entry.getEntryPoint().getEntryPointId(), node));
        }
        return nodes;
    }

    /** A layer none of whose rows needs the network has no way in. */
    private static @Nullable Entry entry(@Nullable ObjectTypeNode node, LayerRules rules) {
        if (node == null) {
            return null;
        }
        Branches branches = new Branches(rules);
        return new Entry(node, branches, branches.replace(node));
    }

    /** Adds the rows of a layer that match. */
    void match(int layer, Fact fact, BitSet rows) {
        Entry entry = entries[layer];
        if (entry != null) {
            Seen seen = entry.branches().seen(fact, rows);
            // conditions over one fact read neither a context nor a working memory
            entry.indexed().getObjectSinkPropagator().propagateAssertObject(new DefaultFactHandle(seen), null, null);
            entry.branches().walk(entry.others(), seen);
        }
    }
}
