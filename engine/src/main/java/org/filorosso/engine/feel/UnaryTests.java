package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/** Makes tests of the parser's unary tests, over the value of a column or on the right of {@code in}. */
final class UnaryTests {
    private final Converter converter;
    private final Expr subject;
    private final boolean inExpression;

    /** @param inExpression whether the tests stand after {@code in}, and not in a cell */
    UnaryTests(Converter converter, Expr subject, boolean inExpression) {
        this.converter = converter;
        this.subject = subject;
        this.inExpression = inExpression;
    }

    Expr in(InNode node, List<BaseNode> tests) throws FeelException {
        if (tests.isEmpty()) {
            throw Refusals.at(node, "\"in\" needs something to be in", null);
        }
        return comparisons(node).in(subject, anyOf(tests));
    }

    Test anyOf(List<BaseNode> nodes) throws FeelException {
        List<Test> tests = new ArrayList<>();
        for (BaseNode node : nodes) {
            tests.add(test(node));
        }
        return Test.anyOf(tests);
    }

    private Test test(@Nullable BaseNode node) throws FeelException {
        if (node instanceof RangeNode range) {
            return range(range);
        }
        if (node instanceof UnaryTestNode unary) {
            return unary(unary);
        }
        if (node instanceof NullNode) {
            return new Test.Missing(false);
        }
        if (!inExpression && node instanceof FunctionInvocationNode call && negation(call)) {
            return Test.not(anyOf(call.getParams().getElements()));
        }
        return value(node, converter.convert(node));
    }

    private static boolean negation(FunctionInvocationNode call) {
        return call.getName().getText().equals("not") && call.getParams() != null;
    }

    private Test unary(UnaryTestNode node) throws FeelException {
        Op op = Op.of(node.getOperator().symbol);
        if (op == null) {
            throw Refusals.of(node);
        }
        Expr.Literal none = Expr.Literal.of(null);
        Expr value = converter.convert(node.getValue());
        if (op == Op.NE && value.equals(none)) {
            return new Test.Missing(true);
        }
        return compare(node, op, value);
    }

    private Test range(RangeNode node) throws FeelException {
        boolean fromClosed = node.getLowerBound() == RangeNode.IntervalBoundary.CLOSED;
        boolean toClosed = node.getUpperBound() == RangeNode.IntervalBoundary.CLOSED;
        if (node.getStart() == node.getEnd()) {
            return node.getStart() instanceof NullNode
                    ? new Test.Missing(false)
                    : compare(node, Op.EQ, converter.convert(node.getStart()));
        }
        if (node.getStart() instanceof UndefinedValueNode) {
            return compare(node, toClosed ? Op.LE : Op.LT, converter.convert(node.getEnd()));
        }
        Op from = fromClosed ? Op.GE : Op.GT;
        if (node.getEnd() instanceof UndefinedValueNode) {
            return compare(node, from, converter.convert(node.getStart()));
        }
        return between(node, from, toClosed ? Op.LE : Op.LT);
    }

    private Test between(RangeNode node, Op from, Op to) throws FeelException {
        Expr low = converter.convert(node.getStart());
        Expr high = converter.convert(node.getEnd());
        Comparisons comparisons = comparisons(node);
        comparisons.check(from, subject, low);
        comparisons.check(to, subject, high);
        if (low instanceof Expr.Literal lo && high instanceof Expr.Literal hi) {
            return comparisons.range(from, lo, to, hi);
        }
        return new Test.Holds(
                new Expr.And(List.of(new Expr.Compare(from, subject, low), new Expr.Compare(to, subject, high))));
    }

    private Test compare(BaseNode node, Op op, Expr value) throws FeelException {
        Comparisons comparisons = comparisons(node);
        Expr compared = comparisons.compare(op, subject, value);
        boolean constant = compared instanceof Expr.Compare && value instanceof Expr.Literal;
        Object limit = value instanceof Expr.Literal literal ? literal.constant() : null;
        return constant && limit != null ? Test.equality(op, limit) : new Test.Holds(compared);
    }

    private Test value(@Nullable BaseNode node, Expr value) throws FeelException {
        Type type = value.type();
        if (!inExpression && type.is(Type.Kind.BOOLEAN) && !(value instanceof Expr.Literal)) {
            return condition(node, value);
        }
        boolean list = subject.type().is(Type.Kind.LIST);
        if (list && value instanceof Expr.Literal literal && literal.constant() instanceof String text) {
            converter.scope().checkValue(subject, text, comparisonsOffset(node));
            return listTest(node, text);
        }
        if (type.is(Type.Kind.LIST) && !list) {
            return membership(node, value);
        }
        return compare(orSelf(node), Op.EQ, value);
    }

    /** In a cell a bare text over a list means "contains any of"; after {@code in} there is no such reading. */
    private Test listTest(@Nullable BaseNode node, String text) throws FeelException {
        if (inExpression) {
            throw Refusals.at(node, subject.text() + " is a list", "Maybe list contains(" + subject.text() + ", ...)");
        }
        return new Test.ContainsAny(java.util.Set.of(text));
    }

    private Test membership(@Nullable BaseNode node, Expr list) throws FeelException {
        if (!list.type().elements().comparable(subject.type())) {
            throw Refusals.at(
                    node,
                    list.text() + " is " + list.type() + " and " + subject.text() + " is " + subject.type(),
                    null);
        }
        Object constant = subject instanceof Expr.Literal literal ? literal.constant() : null;
        converter.scope().checkValue(list, constant, comparisonsOffset(node));
        return new Test.Holds(new Expr.InList(subject, list));
    }

    private Test condition(@Nullable BaseNode node, Expr value) throws FeelException {
        if (!Slots.mentions(value, subject)) {
            throw Refusals.at(
                    node,
                    value.text() + " does not test the value of this column",
                    "Maybe = (" + value.text() + "), or the column \"when\"");
        }
        return new Test.Holds(value);
    }

    private Comparisons comparisons(@Nullable BaseNode node) {
        return new Comparisons(converter.scope(), comparisonsOffset(node));
    }

    private static int comparisonsOffset(@Nullable BaseNode node) {
        return node == null ? 0 : node.getStartChar();
    }

    private static BaseNode orSelf(@Nullable BaseNode node) {
        return java.util.Objects.requireNonNull(node);
    }
}
