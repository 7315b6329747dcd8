package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.jspecify.annotations.Nullable;

/** Reads FEEL in reserved columns: numbers that may be formulas, and conditions. */
final class Formulas {
    private static final int MOST_DIGITS = 30;
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

    private final Feel feel;
    private final Cells cells;
    private final Consumer<Set<Integer>> uses;

    /** @param uses told of the slots that formulas in reserved columns read */
    Formulas(Feel feel, Cells cells, Consumer<Set<Integer>> uses) {
        this.feel = feel;
        this.uses = uses;
        this.cells = cells;
    }

    Action.Terms terms(Entry line) {
        return new Action.Terms(
                number(line, "value", Bounds.NOT_NEGATIVE),
                number(line, "cost", Bounds.NOT_NEGATIVE),
                number(line, "price", Bounds.NOT_NEGATIVE));
    }

    /** A number, written as plain numbers are, or an expression that yields one; null when empty or refused. */
    @Nullable
    Expr number(Entry line, String column, Bounds bounds) {
        return line.has(column) ? number(line, column, cells.formula(line, column), bounds) : null;
    }

    /** A number as {@link #number}, or a percentage: 20% is 0.2. */
    @Nullable
    Expr fraction(Entry line, String column, Bounds bounds) {
        return line.has(column) ? number(line, column, cells.fraction(line, column), bounds) : null;
    }

    private @Nullable Expr number(Entry line, String column, @Nullable String text, Bounds bounds) {
        if (text == null) {
            return null;
        }
        try {
            Expr expr = plain(text) ? literal(new BigDecimal(text)) : feel.number(text);
            uses.accept(expr.slots());
            if (expr.slots().isEmpty()) {
                checkConstant(line, column, expr, bounds);
            }
            return expr;
        } catch (FeelException e) {
            refuse(line, column, e);
            return null;
        }
    }

    // most cells are numbers, and a parser is slow to say so
    private static boolean plain(String text) {
        int dot = text.indexOf('.');
        return text.length() <= MOST_DIGITS
                && dot != 0
                && dot != text.length() - 1
                && dot == text.lastIndexOf('.')
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static Expr literal(BigDecimal number) {
        BigDecimal normal = Numbers.normal(number);
        return new Expr.Literal(normal, normal.doubleValue());
    }

    private static void checkConstant(Entry line, String column, Expr expr, Bounds bounds) {
        Object value = constant(expr);
        if (!(value instanceof BigDecimal number) || !bounds.hold(number)) {
            line.error(Code.OUT_OF_RANGE, column, "the number must be " + bounds.words(), null);
        }
    }

    /** The value of an expression that reads nothing. */
    static @Nullable Object constant(Expr expr) {
        return expr.value(NOTHING);
    }

    /** The condition in {@code when}, or null when it is empty or refused. */
    @Nullable
    Expr when(Entry line) {
        if (!line.has("when")) {
            return null;
        }
        try {
            return feel.condition(line.text("when"));
        } catch (FeelException e) {
            refuse(line, "when", e);
            return null;
        }
    }

    /** The formula of a derived attribute, or null when it is empty, refused or of another type. */
    @Nullable
    Expr derived(Entry line, Attribute attribute) {
        if (attribute.source() != Attribute.Source.DERIVED || !line.has("formula")) {
            return null;
        }
        try {
            Expr formula = feel.expression(line.text("formula"));
            if (!attribute.type().comparable(formula.type())) {
                line.error(
                        Code.FORMULA_TYPE,
                        "formula",
                        "the formula yields " + formula.type() + ", and the attribute is " + attribute.type(),
                        "Maybe another type, or another formula.");
            }
            return formula;
        } catch (FeelException e) {
            refuse(line, "formula", e);
            return null;
        }
    }

    static void refuse(Entry line, String column, FeelException e) {
        line.error(Code.EXPRESSION, column, where(e), e.hint());
    }

    /** What is wrong, and at which character where that is not the first. */
    static String where(FeelException e) {
        return e.offset() > 0 ? e.message() + " (at character " + (e.offset() + 1) + ")" : e.message();
    }
}
