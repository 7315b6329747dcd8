package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Numbers as the language keeps them: decimals of at most 34 digits, one form for one value. */
public final class Numbers {
    /** Beyond this exponent a result counts as unknown. */
    private static final int MAX_EXPONENT = 6144;

    private Numbers() {}

    /** One form for one value, so that 60 and 60.0 are equal: no trailing zeros, at most 34 digits. */
    public static BigDecimal normal(BigDecimal number) {
        BigDecimal rounded = number.round(MathContext.DECIMAL128);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    /** A result in its normal form, or null where its exponent is out of range. */
    static @Nullable BigDecimal result(BigDecimal number) {
        long exponent = (long) number.precision() - number.scale();
        return number.signum() != 0 && Math.abs(exponent) > MAX_EXPONENT ? null : normal(number);
    }

    static double toDouble(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
    }
}
