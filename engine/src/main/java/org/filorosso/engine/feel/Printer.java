package org.filorosso.engine.feel;

/** Writes an expression in canonical form. */
final class Printer {
    private Printer() {}

    static String print(Expr expr) {
        return expr.toString();
    }
}
