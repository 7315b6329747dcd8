package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name may mean at one place of an expression. Immutable: a variable makes a scope inside this one.
 *
 * @param subject what {@code ?} stands for, or null
 * @param variables the variables around this place, innermost first
 * @param depth how many variables stand around this place
 */
record Scope(
        Names names,
        Vocabulary vocabulary,
        ZoneId zone,
        @Nullable Expr subject,
        @Nullable Variable variables,
        int depth) {

    /**
     * A variable in scope.
     *
     * @param allowed values of it, where they are known
     * @param item whether it is the item of a filter, whose fields are in scope by their names alone
     */
    record Variable(
            Expr.Local local,
            Set<String> allowed,
            boolean item,
            @Nullable Variable outer) {}

    static Scope of(Names names, Vocabulary vocabulary, ZoneId zone) {
        return new Scope(names, vocabulary, zone, null, null, 0);
    }

    Scope testing(Expr value) {
        return new Scope(names, vocabulary, zone, value, variables, depth);
    }

    Expr.Local variable(String name, Type type) {
        return new Expr.Local(depth, name, type);
    }

    Scope with(Expr.Local local, Set<String> allowed) {
        return with(new Variable(local, allowed, false, variables));
    }

    Scope inFilter(Expr.Local local, Set<String> allowed) {
        return with(new Variable(local, allowed, true, variables));
    }

    private Scope with(Variable inner) {
        return new Scope(names, vocabulary, zone, subject, inner, depth + 1);
    }

    /** What a name stands for: a variable, a field of the filter's record, a name in scope; null when nothing. */
    @Nullable
    Expr resolve(String name) {
        for (Variable v = variables; v != null; v = v.outer()) {
            if (v.local().name().equals(name)) {
                return v.local();
            }
            if (v.item() && Paths.type(v.local().type(), name) != null) {
                return field(v.local(), name);
            }
        }
        return global(name);
    }

    private Expr field(Expr.Local record, String name) {
        Type type = Paths.type(record.type(), name);
        Expr outer = record.type().fields().isEmpty() ? global(name) : null;
        return outer == null
                ? new Expr.Path(record, name, type == null ? Type.ANY : type)
                : new Expr.Scoped(record, name, outer);
    }

    @Nullable
    Expr global(String name) {
        OptionalInt slot = names.find(name);
        return slot.isEmpty() ? null : Scope.read(names, slot.getAsInt());
    }

    /** The expression that reads a slot. */
    static Expr read(Names names, int slot) {
        Slot found = names.slot(slot);
        if (found instanceof Slot.Named named) {
            return new Expr.Name(slot, named.name(), named.type());
        }
        return found instanceof Slot.Counted counted
                ? new Expr.Counted(slot, counted.call(), counted.type())
                : ((Slot.Computed) found).expr();
    }

    /** The only values an expression may have, where they are known; empty means any. */
    Set<String> allowed(Expr expr) {
        if (expr instanceof Expr.Name name && names.slot(name.slot()) instanceof Slot.Named named) {
            return named.allowed();
        }
        if (expr instanceof Expr.Counted counted) {
            return vocabulary.valuesOf(counted.call());
        }
        return expr instanceof Expr.Local local ? allowed(local) : Set.of();
    }

    private Set<String> allowed(Expr.Local local) {
        for (Variable v = variables; v != null; v = v.outer()) {
            if (v.local().equals(local)) {
                return v.allowed();
            }
        }
        return Set.of();
    }

    /** @throws FeelException when a text is not among the values that an expression may have */
    void checkValue(Expr of, @Nullable Object value, int offset) throws FeelException {
        Set<String> allowed = allowed(of);
        if (value instanceof String given && !allowed.isEmpty() && !allowed.contains(given)) {
            throw new FeelException(
                    "\"" + given + "\" is not a value of " + of.text(), Texts.maybe(given, allowed), offset);
        }
    }
}
