package org.filorosso.simulator.calibration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one number of an effect that a log can fit: {@code 0.5}, {@code 0.5 * patience}, {@code (rank - 1) * 0.5} or
 * {@code if continues then 0.5 else 0}. The effect is that number times something that is known of a contact.
 *
 * @param before the text up to the number
 * @param number in log-odds per unit of what stands around it
 * @param after the text behind the number
 */
record Coefficient(String before, double number, String after) {
    private static final int DIGITS = 4;
    private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))";
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern FIRST = Pattern.compile(NUMBER + "(\\s*\\*\\s*)([^*\\s].*)");
    private static final Pattern LAST = Pattern.compile("(.*[^*\\s])(\\s*\\*\\s*)" + NUMBER);
    private static final Pattern CHOICE = Pattern.compile("(if\\s.*\\sthen\\s+)" + NUMBER + "(\\s+else\\s+0)");
    private static final Pattern WORDS = Pattern.compile(".*\\b(if|then|else|and|or|not|in|between)\\b.*");

    /** The coefficient of an effect, or null where it has none: a sum, or more than one choice. */
    static @Nullable Coefficient of(String effect) {
        Matcher plain = PLAIN.matcher(effect);
        if (plain.matches()) {
            return new Coefficient("", Double.parseDouble(effect), "");
        }
        Matcher first = FIRST.matcher(effect);
        if (first.matches() && isFactor(first.group(3))) {
            return new Coefficient("", Double.parseDouble(first.group(1)), first.group(2) + first.group(3));
        }
        Matcher last = LAST.matcher(effect);
        if (last.matches() && isFactor(last.group(1))) {
            return new Coefficient(last.group(1) + last.group(2), Double.parseDouble(last.group(3)), "");
        }
        Matcher choice = CHOICE.matcher(effect);
        if (choice.matches() && !choice.group(1).contains(" else ")) {
            return new Coefficient(choice.group(1), Double.parseDouble(choice.group(2)), choice.group(3));
        }
        return null;
    }

    /** Whether a text may be multiplied as it stands: outside its brackets it neither adds, compares nor chooses. */
    private static boolean isFactor(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth -= c == ')' ? 1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
            depth += c == '(' ? 1 : 0;
        }
        boolean sums = outside.chars().anyMatch(c -> "+-<>=\"".indexOf(c) >= 0);
        return !sums && !WORDS.matcher(outside).matches();
    }

    /** The effect with another number, to four decimals. */
    String with(double other) {
        BigDecimal rounded =
                new BigDecimal(other).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return before + (rounded.signum() == 0 ? "0" : rounded.toPlainString()) + after;
    }

    /** The effect of one: what the number is multiplied by. */
    String unit() {
        return before + "1" + after;
    }
}
