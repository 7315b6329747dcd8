package org.filorosso.engine.match;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.core.common.BaseNode;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.ModifyPreviousTuples;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;

/**
 * What hangs below one node of the rule network, in place of the propagator that Drools put there. It walks the same
 * conditions in the same order, but from numbers that lie side by side in memory, and ends at the rows, not at an agenda.
 *
 * <p>Facts only enter: nothing is ever modified, so the other duties of a propagator are refused.
 */
public final class Branch implements ObjectSinkPropagator {
    private static final long serialVersionUID = 1L;

    private final transient Branches branches;
    private final int start;

    Branch(Branches branches, int start) {
        this.branches = branches;
        this.start = start;
    }

    @Override
    public void propagateAssertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        branches.walk(start, (Seen) handle.getObject());
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public ObjectSink[] getSinks() {
        return new ObjectSink[0];
    }

    @Override
    public ObjectSinkPropagator addObjectSink(ObjectSink sink, int hashingThreshold, int rangeIndexThreshold) {
        throw refused();
    }

    @Override
    public ObjectSinkPropagator removeObjectSink(ObjectSink sink) {
        throw refused();
    }

    @Override
    public BaseNode getMatchingNode(BaseNode candidate) {
        throw refused();
    }

    @Override
    public void propagateModifyObject(
            InternalFactHandle handle,
            ModifyPreviousTuples tuples,
            PropagationContext context,
            ReteEvaluator evaluator) {
        throw refused();
    }

    @Override
    public void byPassModifyToBetaNode(
            InternalFactHandle handle,
            ModifyPreviousTuples tuples,
            PropagationContext context,
            ReteEvaluator evaluator) {
        throw refused();
    }

    @Override
    public void doLinkSubnetwork(ReteEvaluator evaluator) {
        throw refused();
    }

    @Override
    public void doUnlinkSubnetwork(ReteEvaluator evaluator) {
        throw refused();
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw refused();
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw refused();
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("The rule network is built once and only asserts facts");
    }
}
