package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;

/** What is constant is computed once, when it is read; a constant without a value is refused. */
final class Folding {
    private static final int MAX_EXPONENT = 30;
    private static final Reading NOTHING = new Reading() {
        @Override
        public @Nullable Object value(int slot) {
            return null;
        }

        @Override
        public double number(int slot) {
            return Double.NaN;
        }
    };

    private Folding() {}

    static Expr fold(Expr expr) {
        Object value = constant(expr) ? expr.value(NOTHING) : null;
        return value == null || !writable(value) ? expr : Expr.Literal.of(value);
    }

    static Expr fold(Expr expr, BaseNode node) throws FeelException {
        if (constant(expr) && expr.value(NOTHING) == null) {
            throw Refusals.at(node, node.getText() + " has no value", null);
        }
        return fold(expr);
    }

    private static boolean constant(Expr expr) {
        return !expr.parts().isEmpty() && expr.parts().stream().allMatch(part -> part instanceof Expr.Literal);
    }

    /** Lists have no literal of their own, and numbers out of range could not be read again. */
    private static boolean writable(Object value) {
        if (value instanceof BigDecimal number) {
            return number.precision() - number.scale() <= MAX_EXPONENT && number.scale() <= MAX_EXPONENT;
        }
        return !(value instanceof List<?> || value instanceof Map<?, ?>);
    }

    /** The type of what may be one or the other. */
    static Type common(Type left, Type right) {
        if (left.is(Type.Kind.NULL) || left.equals(right)) {
            return right;
        }
        return right.is(Type.Kind.NULL) ? left : Type.ANY;
    }
}
