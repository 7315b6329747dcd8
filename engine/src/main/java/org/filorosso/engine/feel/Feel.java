package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads the expressions and cells of one playbook. Texts are parsed by Drools' FEEL parser, never compiled, and what the
 * parser would silently misread is refused. Not safe for use by several threads.
 */
public final class Feel {
    private final Scope scope;
    private final Map<Key, Test> simple = new HashMap<>();

    private record Key(int slot, Slot column, String text) {}

    /**
     * @param names in scope; history calls and computed headers are added to it
     * @param zone of date-times written without one
     */
    public Feel(Names names, Vocabulary vocabulary, ZoneId zone) {
        this.scope = Scope.of(names, vocabulary, zone);
    }

    /** The names that no attribute may have: those of the scope and of all functions of the standard. */
    public static Set<String> reserved() {
        return Reserved.NAMES;
    }

    /**
     * Any allowed expression.
     *
     * @throws FeelException when it does not parse, is not allowed, or its types do not fit
     */
    public Expr expression(String text) throws FeelException {
        return new Converter(scope).convert(new Parser(scope.names()).expression(text));
    }

    /**
     * An expression that yields yes or no.
     *
     * @throws FeelException as {@link #expression}, and when it yields something else
     */
    public Expr condition(String text) throws FeelException {
        return typed(text, Type.BOOLEAN);
    }

    /**
     * An expression that yields a number.
     *
     * @throws FeelException as {@link #expression}, and when it yields something else
     */
    public Expr number(String text) throws FeelException {
        return typed(text, Type.NUMBER);
    }

    /**
     * The slot of a column's header: that of a name, or one of its own for any other expression.
     *
     * @throws FeelException as {@link #expression}
     */
    public int header(String text) throws FeelException {
        Expr header = expression(text);
        if (header instanceof Expr.Literal) {
            throw new FeelException("A column needs a name and not a constant", null, 0);
        }
        return scope.names().intern(header);
    }

    /**
     * The test that a cell holds over the value in a slot. An empty cell and {@code -} are the caller's.
     *
     * @throws FeelException when it is no test of a value of that type, or could never hold
     */
    public Test cell(String text, int slot) throws FeelException {
        Slot column = scope.names().slot(slot);
        Key key = new Key(slot, column, text);
        Test known = simple.get(key);
        if (known != null) {
            return known;
        }
        Test brief = column.type().is(Type.Kind.NUMBER) ? ShortCells.read(text) : null;
        Test test = brief == null ? new Cells(scope, Scope.read(scope.names(), slot)).read(text) : brief;
        if (test.slots().isEmpty()) {
            simple.put(key, test); // a test over other names would grow stale when they are declared anew
        }
        return test;
    }

    private Expr typed(String text, Type wanted) throws FeelException {
        Expr expr = expression(text);
        if (!expr.type().is(wanted.kind()) && !expr.type().is(Type.Kind.ANY)) {
            throw new FeelException(expr.text() + " is " + expr.type() + " and not " + wanted, null, 0);
        }
        return expr;
    }
}
