package org.filorosso.engine.feel;

import java.util.Set;

/** Finds the slots that an expression or a test reads. */
final class Slots {
    private Slots() {}

    static void collect(Expr expr, Set<Integer> found) {
        if (expr instanceof Expr.Name name) {
            found.add(name.slot());
        } else if (expr instanceof Expr.Counted counted) {
            found.add(counted.slot());
        } else if (expr instanceof Expr.In in) {
            collect(in.test(), found);
        }
        expr.parts().forEach(part -> collect(part, found));
    }

    static void collect(Test test, Set<Integer> found) {
        if (test instanceof Test.Holds holds) {
            collect(holds.expr(), found);
        } else if (test instanceof Test.Not not) {
            collect(not.test(), found);
        } else if (test instanceof Test.AnyOf any) {
            any.tests().forEach(part -> collect(part, found));
        }
    }

    /** Whether an expression holds another. */
    static boolean mentions(Expr expr, Expr wanted) {
        if (expr.equals(wanted)) {
            return true;
        }
        if (expr instanceof Expr.Scoped scoped && scoped.item().equals(wanted)) {
            return true;
        }
        return expr.parts().stream().anyMatch(part -> mentions(part, wanted));
    }
}
