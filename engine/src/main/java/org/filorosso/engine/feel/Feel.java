package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.Set;

/** Reads expressions and cells of a playbook. */
public final class Feel {
    private final Names names;
    private final Vocabulary vocabulary;
    private final ZoneId zone;

    public Feel(Names names, Vocabulary vocabulary, ZoneId zone) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    /** The names that no attribute may have: the scope's own and the functions'. */
    public static Set<String> reserved() {
        return Reserved.NAMES;
    }

    /** Any allowed expression. */
    public Expr expression(String text) throws FeelException {
        return new Reader(names, vocabulary, zone).expression(text);
    }

    /** An expression that yields yes or no. */
    public Expr condition(String text) throws FeelException {
        return typed(text, Type.BOOLEAN);
    }

    /** An expression that yields a number. */
    public Expr number(String text) throws FeelException {
        return typed(text, Type.NUMBER);
    }

    /** The slot of a column's header: a name, or an expression that gets a slot of its own. */
    public int header(String text) throws FeelException {
        return names.intern(expression(text));
    }

    /** The test that a cell holds over the value in a slot; an empty cell or {@code -} is the caller's. */
    public Test cell(String text, int slot) throws FeelException {
        return new Reader(names, vocabulary, zone).cell(text, slot);
    }

    private Expr typed(String text, Type wanted) throws FeelException {
        Expr expr = expression(text);
        if (!wanted.comparable(expr.type())) {
            throw new FeelException("This is " + expr.type() + " and not " + wanted, null, 0);
        }
        return expr;
    }
}
