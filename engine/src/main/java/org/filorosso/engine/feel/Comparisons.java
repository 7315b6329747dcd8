package org.filorosso.engine.feel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes comparisons, ranges and memberships, and refuses those that could never hold. */
final class Comparisons {
    private final Scope scope;
    private final int offset;

    Comparisons(Scope scope, int offset) {
        this.scope = scope;
        this.offset = offset;
    }

    /** With a constant on the left the sides are exchanged, so that equal conditions are equal. */
    Expr compare(Op op, Expr left, Expr right) throws FeelException {
        if (isNull(left) || isNull(right)) {
            return isNull(op, isNull(right) ? left : right);
        }
        if (left instanceof Expr.Literal && !(right instanceof Expr.Literal)) {
            return compare(op.mirrored(), right, left);
        }
        check(op, left, right);
        return new Expr.Compare(op, left, right);
    }

    private static boolean isNull(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.constant() == null;
    }

    private Expr isNull(Op op, Expr operand) throws FeelException {
        if (op.ordering()) {
            throw new FeelException("Nothing is " + op.symbol() + " null", "Maybe = null or != null", offset);
        }
        return new Expr.IsNull(operand, op == Op.NE);
    }

    /** @throws FeelException when the two cannot be compared, or a text is no value of the other side */
    void check(Op op, Expr left, Expr right) throws FeelException {
        Type l = left.type();
        Type r = right.type();
        if (!l.comparable(r) || l.is(Type.Kind.NULL) || r.is(Type.Kind.NULL)) {
            String message = left.text() + " is " + l + " and " + right.text() + " is " + r;
            throw new FeelException(message + ": they cannot be compared", hint(left, right), offset);
        }
        if (op.ordering() && (unordered(l) || unordered(r))) {
            throw new FeelException("There is no order between " + l + " and " + r, null, offset);
        }
        if (right instanceof Expr.Literal literal && !op.ordering()) {
            scope.checkValue(left, literal.constant(), offset);
        }
    }

    private static boolean unordered(Type type) {
        return switch (type.kind()) {
            case BOOLEAN, LIST, CONTEXT -> true;
            default -> false;
        };
    }

    private static @Nullable String hint(Expr left, Expr right) {
        Type l = left.type();
        Type r = right.type();
        if (l.is(Type.Kind.LIST) && r.is(Type.Kind.STRING)) {
            return "Maybe list contains(" + left.text() + ", " + right.text() + ")";
        }
        if (l.is(Type.Kind.DATE_TIME) && r.is(Type.Kind.DATE)) {
            return "Maybe date(" + left.text() + "), or a date with its time as in 2026-12-31T00:00";
        }
        return l.is(Type.Kind.DATE) || r.is(Type.Kind.DATE) ? dateHint(left, right) : null;
    }

    private static @Nullable String dateHint(Expr left, Expr right) {
        Expr other = left.type().is(Type.Kind.DATE) ? right : left;
        if (other instanceof Expr.Literal literal && literal.constant() instanceof String text) {
            return "Maybe date(" + Texts.quote(text) + ")";
        }
        return other.type().is(Type.Kind.NUMBER) ? "Maybe date(\"2026-12-31\")" : null;
    }

    /** A range between constants; two equal closed ends are an equality. */
    Test range(Op from, Expr.Literal low, Op to, Expr.Literal high) throws FeelException {
        Object lo = low.constant();
        Object hi = high.constant();
        Integer sign = lo == null || hi == null ? null : Values.order(lo, hi);
        if (lo == null || hi == null || sign == null) {
            throw new FeelException("The ends of a range must have an order", null, offset);
        }
        if (sign > 0 || (sign == 0 && !(from == Op.GE && to == Op.LE))) {
            String message = "No value lies between " + low.text() + " and " + high.text();
            throw new FeelException(message, sign > 0 ? "Maybe the other way round" : null, offset);
        }
        return sign == 0
                ? Test.Compare.of(Op.EQ, lo)
                : new Test.Range(Test.Compare.of(from, lo), Test.Compare.of(to, hi));
    }

    /** {@code operand in (test)} in its simplest form. */
    Expr in(Expr operand, Test test) {
        if (test instanceof Test.Compare compare) {
            return new Expr.Compare(compare.op(), operand, Expr.Literal.of(compare.constant()));
        }
        if (test instanceof Test.Missing missing) {
            return new Expr.IsNull(operand, missing.negated());
        }
        if (test instanceof Test.Holds holds) {
            return holds.expr();
        }
        return test instanceof Test.AnyOf any ? any(operand, any) : new Expr.In(operand, test);
    }

    /** Expressions among the tests stand for themselves, so that a membership holds constants only. */
    private Expr any(Expr operand, Test.AnyOf any) {
        List<Test> plain = any.tests().stream()
                .filter(test -> !(test instanceof Test.Holds))
                .toList();
        if (plain.size() == any.tests().size()) {
            return new Expr.In(operand, any);
        }
        List<Expr> parts = new ArrayList<>();
        if (!plain.isEmpty()) {
            parts.add(in(operand, Test.anyOf(plain)));
        }
        any.tests().forEach(test -> {
            if (test instanceof Test.Holds holds) {
                parts.add(holds.expr());
            }
        });
        return parts.size() == 1 ? parts.get(0) : new Expr.Or(parts);
    }
}
