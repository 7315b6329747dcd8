package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;

/** Kleene's three truth values: a test over a missing value is neither true nor false. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Reads a value as a truth: anything but a boolean, null included, is unknown. */
    public static Truth of(@Nullable Object value) {
        return value instanceof Boolean known ? of(known.booleanValue()) : UNKNOWN;
    }

    public Truth and(Truth other) {
        return ordinal() < other.ordinal() ? this : other;
    }

    public Truth or(Truth other) {
        return ordinal() > other.ordinal() ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    /** This truth as an expression's value: unknown is null. */
    public @Nullable Boolean value() {
        return this == UNKNOWN ? null : Boolean.valueOf(this == TRUE);
    }
}
