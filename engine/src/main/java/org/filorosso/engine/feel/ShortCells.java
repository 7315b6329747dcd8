package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shortest cells over numbers, {@code >= 30} and {@code [3..12)}, without the parser, which takes a thousand
 * times as long; a playbook has thousands of them. Yields what the parser would, or nothing when in doubt.
 */
final class ShortCells {
    private static final int MOST_DIGITS = 15;
    private static final List<Op> LONGEST_FIRST = List.of(Op.GE, Op.LE, Op.NE, Op.GT, Op.LT, Op.EQ);

    private ShortCells() {}

    /** The test in a cell of a number column, or null when the parser must read it. */
    static @Nullable Test read(String cell) {
        String text = cell.strip();
        for (Op op : LONGEST_FIRST) {
            if (text.startsWith(op.symbol())) {
                BigDecimal number = number(text.substring(op.symbol().length()));
                return number == null ? null : Test.equality(op, number);
            }
        }
        BigDecimal number = number(text);
        return number == null ? range(text) : Test.equality(Op.EQ, number);
    }

    private static @Nullable Test range(String text) {
        int dots = text.indexOf("..");
        if (dots < 0
                || text.length() < 2
                || "[(".indexOf(text.charAt(0)) < 0
                || !text.endsWith("]") && !text.endsWith(")")) {
            return null;
        }
        BigDecimal low = number(text.substring(1, dots));
        BigDecimal high = number(text.substring(dots + 2, text.length() - 1));
        if (low == null || high == null || low.compareTo(high) >= 0) {
            return null;
        }
        Op from = text.charAt(0) == '[' ? Op.GE : Op.GT;
        Op to = text.endsWith("]") ? Op.LE : Op.LT;
        return new Test.Range(Test.Compare.of(from, low), Test.Compare.of(to, high));
    }

    /** A decimal of a few digits without sign or exponent, in its normal form. */
    private static @Nullable BigDecimal number(String text) {
        String digits = text.strip();
        int dot = digits.indexOf('.');
        boolean plain = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && dot != 0
                && dot != digits.length() - 1
                && dot == digits.lastIndexOf('.')
                && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return plain ? Numbers.normal(new BigDecimal(digits)) : null;
    }
}
