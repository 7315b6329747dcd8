package org.filorosso.engine.feel;

import java.util.Set;

/** What fills one slot of a {@link Reading}. */
public sealed interface Slot {

    Type type();

    /**
     * A name in scope.
     *
     * @param allowed values of a text or list; empty means any
     */
    record Named(String name, Type type, Set<String> allowed) implements Slot {
        public Named {
            allowed = Set.copyOf(allowed);
        }
    }

    /** A question to the history, asked once a decision however many rows ask it. */
    record Counted(HistoryCall call, Type type) implements Slot {}

    /** A column header that is more than a name. */
    record Computed(Expr expr) implements Slot {
        @Override
        public Type type() {
            return expr.type();
        }
    }
}
