package org.filorosso.engine.feel;

import java.util.Set;

/** What a playbook knows of its history: the loader answers for targets, events, fields, cases and outcomes. */
public interface Vocabulary {

    /** @throws FeelException on an unknown outcome, target, event, field or case, or a window longer than history */
    void check(HistoryCall call) throws FeelException;

    /** The type of the call's result; only asked for {@code last event}, whose type is that of its field. */
    Type typeOf(HistoryCall call);

    /** The only texts the call may yield, so that a misspelt one in a rule is found; empty means any. */
    default Set<String> valuesOf(HistoryCall call) {
        return Set.of();
    }

    /** Knows nothing and accepts everything. */
    static Vocabulary open() {
        return new Vocabulary() {
            @Override
            public void check(HistoryCall call) {}

            @Override
            public Type typeOf(HistoryCall call) {
                return Type.ANY;
            }
        };
    }
}
