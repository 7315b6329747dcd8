package org.filorosso.engine.match;

import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.LeftInputAdapterNode;

/**
 * The end of a rule's path through the network: notes the rule's rows at once, where an ordinary end would put the rule
 * on an agenda, sort it there and fire it, at some microseconds a match.
 */
public final class Collector extends LeftInputAdapterNode {
    private static final long serialVersionUID = 1L;

    private final int[] rows;

    Collector(int[] rows) {
        this.rows = rows;
        this.hashcode = System.identityHashCode(this);
    }

    @Override
    public void assertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        ((Seen) handle.getObject()).match(rows);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
