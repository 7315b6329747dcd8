package org.filorosso.engine.feel;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A checked and typed expression, to be evaluated in three-valued logic. Equal expressions are equal values, so that
 * rows may share them. Evaluation never throws: what has no answer is null, and as a truth unknown.
 */
public sealed interface Expr {

    Type type();

    /** The value over one decision's facts; null when unknown or missing. */
    @Nullable
    Object value(Reading facts);

    /** The value as a truth; anything but a boolean is unknown. */
    default Truth truth(Reading facts) {
        return Truth.of(value(facts));
    }

    /** The value as a double; NaN when it is unknown or not a number. */
    default double number(Reading facts) {
        return Numbers.toDouble(value(facts));
    }

    /** The expressions that this one is made of. */
    List<Expr> parts();

    /** Canonical text; it parses to an equal expression. */
    default String text() {
        return Printer.print(this);
    }

    /** The slots read, in order. */
    default Set<Integer> slots() {
        Set<Integer> found = new TreeSet<>();
        Slots.collect(this, found);
        return found;
    }

    /** An expression whose own form is a truth. */
    sealed interface Condition extends Expr {
        @Override
        default Type type() {
            return Type.BOOLEAN;
        }

        @Override
        default @Nullable Object value(Reading facts) {
            return truth(facts).value();
        }

        @Override
        Truth truth(Reading facts);
    }

    /** A constant; null is the literal {@code null}. */
    record Literal(@Nullable Object constant, double asNumber) implements Expr {
        static Literal of(@Nullable Object constant) {
            return new Literal(constant, Numbers.toDouble(constant));
        }

        @Override
        public Type type() {
            return Values.typeOf(constant);
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return constant;
        }

        @Override
        public double number(Reading facts) {
            return asNumber;
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /** A name in scope. */
    record Name(int slot, String name, Type type) implements Expr {
        @Override
        public @Nullable Object value(Reading facts) {
            return facts.value(slot);
        }

        @Override
        public double number(Reading facts) {
            return facts.number(slot);
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /** A question to the history, answered once a decision. */
    record Counted(int slot, HistoryCall call, Type type) implements Expr {
        @Override
        public @Nullable Object value(Reading facts) {
            return facts.value(slot);
        }

        @Override
        public double number(Reading facts) {
            return facts.number(slot);
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /**
     * The variable of {@code some}, {@code every} or a filter.
     *
     * @param depth how many such variables stand around it: its slot is below zero
     */
    record Local(int depth, String name, Type type) implements Expr {
        int slot() {
            return -1 - depth;
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return facts.value(slot());
        }

        @Override
        public double number(Reading facts) {
            return facts.number(slot());
        }

        @Override
        public List<Expr> parts() {
            return List.of();
        }
    }

    /** A comparison of two expressions of one type. */
    record Compare(Op op, Expr left, Expr right) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            double l = left.number(facts);
            double r = right.number(facts);
            if (l < r || l > r) {
                return Truth.of(op.holds(l < r ? -1 : 1));
            }
            return Values.compare(op, left.value(facts), right.value(facts));
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** A comparison with the literal null: the only one that is never unknown. */
    record IsNull(Expr operand, boolean negated) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            return Truth.of((operand.value(facts) == null) != negated);
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** {@code operand between low and high}, both ends included. */
    record Between(Expr operand, Expr low, Expr high) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            Object value = operand.value(facts);
            return Values.compare(Op.GE, value, low.value(facts)).and(Values.compare(Op.LE, value, high.value(facts)));
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand, low, high);
        }
    }

    /** {@code operand in (test)}. */
    record In(Expr operand, Test test) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            return test.test(operand.value(facts), operand.number(facts), facts);
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** {@code operand in list}: unknown when it is not found and the list has a gap. */
    record InList(Expr operand, Expr list) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            return Lists.contains(list.value(facts), operand.value(facts));
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand, list);
        }
    }

    /** All of several; false as soon as one is. */
    record And(List<Expr> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth(Reading facts) {
            Truth all = Truth.TRUE;
            for (int i = 0; i < parts.size() && all != Truth.FALSE; i++) {
                all = all.and(parts.get(i).truth(facts));
            }
            return all;
        }
    }

    /** Any of several; true as soon as one is. */
    record Or(List<Expr> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth truth(Reading facts) {
            Truth any = Truth.FALSE;
            for (int i = 0; i < parts.size() && any != Truth.TRUE; i++) {
                any = any.or(parts.get(i).truth(facts));
            }
            return any;
        }
    }

    /** The opposite; unknown stays unknown. */
    record Not(Expr operand) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            return operand.truth(facts).not();
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** Addition and its kin; null where a side is missing or the result is not a number. */
    record Arithmetic(Operator operator, Expr left, Expr right, Type type) implements Expr {
        @Override
        public @Nullable Object value(Reading facts) {
            return operator.apply(left.value(facts), right.value(facts));
        }

        @Override
        public List<Expr> parts() {
            return List.of(left, right);
        }
    }

    /** The negative of a number or a duration. */
    record Negate(Expr operand) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return Operator.negate(operand.value(facts));
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** {@code if condition then yes else no}; null when the condition is unknown. */
    record If(Expr condition, Expr yes, Expr no, Type type) implements Expr {
        @Override
        public @Nullable Object value(Reading facts) {
            return switch (condition.truth(facts)) {
                case TRUE -> yes.value(facts);
                case FALSE -> no.value(facts);
                case UNKNOWN -> null;
            };
        }

        @Override
        public List<Expr> parts() {
            return List.of(condition, yes, no);
        }
    }

    /** A list of expressions. */
    record ListOf(List<Expr> parts, Type type) implements Expr {
        public ListOf {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return Lists.of(parts, facts);
        }
    }

    /** A field of a record, of every record of a list, or a part of a date or duration. */
    record Path(Expr operand, String field, Type type) implements Expr {
        @Override
        public @Nullable Object value(Reading facts) {
            return Paths.read(operand.value(facts), field);
        }

        @Override
        public List<Expr> parts() {
            return List.of(operand);
        }
    }

    /** A name inside a filter over records of undeclared fields: the record's field if it has it, else the name outside. */
    record Scoped(Local item, String field, Expr outer) implements Expr {
        @Override
        public Type type() {
            return Type.ANY;
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return Paths.has(item.value(facts), field) ? Paths.read(item.value(facts), field) : outer.value(facts);
        }

        @Override
        public List<Expr> parts() {
            return List.of(outer);
        }
    }

    /** The elements of a list for which a condition is true. */
    record Filter(Expr list, Local item, Expr condition) implements Expr {
        @Override
        public Type type() {
            return Type.list(item.type());
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return Lists.filter(list.value(facts), item.slot(), condition, facts);
        }

        @Override
        public List<Expr> parts() {
            return List.of(list, condition);
        }
    }

    /** The element of a list at a position from 1, or from the end when negative. */
    record Element(Expr list, Expr position) implements Expr {
        @Override
        public Type type() {
            return list.type().elements();
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return Lists.element(list.value(facts), position.value(facts));
        }

        @Override
        public List<Expr> parts() {
            return List.of(list, position);
        }
    }

    /** {@code some} (or {@code every}) {@code item in list satisfies condition}. */
    record Quantified(boolean every, Local item, Expr list, Expr condition) implements Condition {
        @Override
        public Truth truth(Reading facts) {
            return Lists.quantify(this, facts);
        }

        @Override
        public List<Expr> parts() {
            return List.of(list, condition);
        }
    }

    /** A call of a standard function; null where an argument is missing. */
    record BuiltIn(StandardFunction function, List<Expr> parts, Type type, ZoneId zone) implements Expr {
        public BuiltIn {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable Object value(Reading facts) {
            return function.call(parts, facts, zone);
        }
    }
}
