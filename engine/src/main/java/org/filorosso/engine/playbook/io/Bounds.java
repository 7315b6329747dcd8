package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Between which numbers a number must lie, both included.
 *
 * @param words how the bounds are named in messages: {@code 0 or more}
 */
record Bounds(BigDecimal least, BigDecimal most, String words) {
    private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000_000_000L);

    static final Bounds NOT_NEGATIVE = new Bounds(BigDecimal.ZERO, HUGE, "0 or more, and at most 1,000,000,000,000");
    static final Bounds POSITIVE = new Bounds(new BigDecimal("1e-9"), HUGE, "above 0, and at most 1,000,000,000,000");
    static final Bounds FINITE = new Bounds(HUGE.negate(), HUGE, "at most 1,000,000,000,000");
    static final Bounds SHARE = new Bounds(BigDecimal.ZERO, BigDecimal.ONE, "from 0 to 1");

    static final Bounds LEVER = new Bounds(BigDecimal.ONE.negate(), BigDecimal.valueOf(100), "from -100% to 10,000%");
    static final Bounds PART = new Bounds(BigDecimal.ZERO, BigDecimal.ONE, "from 0% to 100%");

    boolean hold(@Nullable BigDecimal number) {
        return number == null || (number.compareTo(least) >= 0 && number.compareTo(most) <= 0);
    }
}
