package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a condition cell asks of the value in its column, in normal form: equal tests are equal values. A missing value
 * makes every test unknown but {@link Missing} and what {@link Holds} says itself. Tests allocate nothing.
 */
public sealed interface Test {

    /**
     * @param value of the column; null means missing
     * @param number the value as a double, NaN when missing or not a number
     * @param facts the other values, for {@link Holds}
     */
    Truth test(@Nullable Object value, double number, Reading facts);

    /** Canonical text; as a cell of the same column it parses to an equal test. */
    default String text() {
        return TestPrinter.print(this);
    }

    /** The slots read beside the column's own. */
    default Set<Integer> slots() {
        Set<Integer> found = new TreeSet<>();
        Slots.collect(this, found);
        return found;
    }

    /** A comparison with a constant. */
    record Compare(Op op, Object constant, double number) implements Test {
        public static Compare of(Op op, Object constant) {
            return new Compare(op, constant, Numbers.toDouble(constant));
        }

        @Override
        public Truth test(@Nullable Object value, double given, Reading facts) {
            return op.test(value, given, constant, number);
        }
    }

    /** Between two constants. */
    record Range(Compare low, Compare high) implements Test {
        @Override
        public Truth test(@Nullable Object value, double given, Reading facts) {
            return low.test(value, given, facts).and(high.test(value, given, facts));
        }

        public Object lo() {
            return low.constant();
        }

        public boolean loIncluded() {
            return low.op() == Op.GE;
        }

        public Object hi() {
            return high.constant();
        }

        public boolean hiIncluded() {
            return high.op() == Op.LE;
        }
    }

    /** One of at least two constants. */
    record OneOf(Set<Object> constants) implements Test {
        public OneOf {
            constants = Set.copyOf(constants);
        }

        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            return value == null ? Truth.UNKNOWN : Truth.of(constants.contains(value));
        }
    }

    /** Whether there is no value. */
    record Missing(boolean negated) implements Test {
        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            return Truth.of((value == null) != negated);
        }
    }

    /** Whether a list of texts contains any of some. */
    record ContainsAny(Set<String> texts) implements Test {
        public ContainsAny {
            texts = Set.copyOf(texts);
        }

        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            return value instanceof List<?> list ? Truth.of(Lists.anyIn(list, texts)) : Truth.UNKNOWN;
        }
    }

    /** The opposite; unknown stays unknown. */
    record Not(Test test) implements Test {
        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            return test.test(value, number, facts).not();
        }
    }

    /** Any of several tests. */
    record AnyOf(List<Test> tests) implements Test {
        public AnyOf {
            tests = List.copyOf(tests);
        }

        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            Truth any = Truth.FALSE;
            for (int i = 0; i < tests.size() && any != Truth.TRUE; i++) {
                any = any.or(tests.get(i).test(value, number, facts));
            }
            return any;
        }
    }

    /** An expression that must be true; it names the column itself. */
    record Holds(Expr expr) implements Test {
        @Override
        public Truth test(@Nullable Object value, double number, Reading facts) {
            return expr.truth(facts);
        }
    }

    /** Any of several tests in normal form: equalities are gathered, doubles dropped, one alone stands for itself. */
    static Test anyOf(List<Test> tests) {
        Set<Object> constants = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        Set<Test> others = new LinkedHashSet<>();
        tests.forEach(test -> gather(test, constants, texts, others));
        List<Test> all = new ArrayList<>();
        if (!constants.isEmpty()) {
            all.add(
                    constants.size() == 1
                            ? Compare.of(Op.EQ, constants.iterator().next())
                            : new OneOf(constants));
        }
        if (!texts.isEmpty()) {
            all.add(new ContainsAny(texts));
        }
        all.addAll(others);
        return all.size() == 1 ? all.get(0) : new AnyOf(all);
    }

    /** A comparison with a constant in normal form: "is not yes" is "is no". */
    static Test equality(Op op, Object constant) {
        return op == Op.NE && constant instanceof Boolean yes ? Compare.of(Op.EQ, !yes) : Compare.of(op, constant);
    }

    private static void gather(Test test, Set<Object> constants, Set<String> texts, Set<Test> others) {
        if (test instanceof Compare compare && compare.op() == Op.EQ) {
            constants.add(compare.constant());
        } else if (test instanceof OneOf oneOf) {
            constants.addAll(oneOf.constants());
        } else if (test instanceof ContainsAny any) {
            texts.addAll(any.texts());
        } else if (test instanceof AnyOf any) {
            any.tests().forEach(part -> gather(part, constants, texts, others));
        } else {
            others.add(test);
        }
    }

    /** The opposite in normal form: comparisons are turned round, double negation goes. */
    static Test not(Test test) {
        if (test instanceof Not not) {
            return not.test();
        }
        if (test instanceof Missing missing) {
            return new Missing(!missing.negated());
        }
        if (test instanceof Holds holds) {
            return new Holds(new Expr.Not(holds.expr()));
        }
        return test instanceof Compare compare ? equality(compare.op().opposite(), compare.constant()) : new Not(test);
    }
}
