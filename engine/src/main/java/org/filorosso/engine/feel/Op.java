package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;

/** Comparison of two values of one type. */
public enum Op {
    EQ("="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    Op(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether it asks for an order and not only for sameness. */
    public boolean ordering() {
        return this != EQ && this != NE;
    }

    /** The operator with its sides exchanged: {@code a < b} is {@code b > a}. */
    public Op mirrored() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /** The operator that is true where this one is false. */
    public Op opposite() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case GE -> LT;
            case GT -> LE;
            case LE -> GT;
        };
    }

    /** Whether it holds, given the sign of comparing left with right. */
    public boolean holds(int sign) {
        return switch (this) {
            case EQ -> sign == 0;
            case NE -> sign != 0;
            case LT -> sign < 0;
            case LE -> sign <= 0;
            case GT -> sign > 0;
            case GE -> sign >= 0;
        };
    }

    /**
     * Compares two values, unknown where one is missing or they have no common order.
     *
     * @param leftNumber the left value as a double, NaN where it is no number
     * @param rightNumber the same of the right value
     */
    Truth test(@Nullable Object left, double leftNumber, @Nullable Object right, double rightNumber) {
        if (leftNumber < rightNumber) {
            return Truth.of(holds(-1));
        }
        if (leftNumber > rightNumber) {
            return Truth.of(holds(1));
        }
        return Values.compare(this, left, right);
    }

    static @Nullable Op of(String symbol) {
        for (Op op : values()) {
            if (op.symbol.equals(symbol)) {
                return op;
            }
        }
        return null;
    }
}
