package org.filorosso.simulator.customers;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.filorosso.engine.feel.Numbers;

/** Numbers as data files write them: by the playbook's locale, and with exponents. */
final class PlainNumbers {
    private static final int LONGEST = 100;
    private static final int LARGEST_EXPONENT = 300;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");
    private static final Pattern ITALIAN = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?\\d{1,3}\\.\\d{3}");

    private PlainNumbers() {}

    static BigDecimal read(String text, boolean italian) throws ValueException {
        if (text.length() > LONGEST) {
            throw new ValueException("is too long for a number", "Maybe a number of at most 34 digits.");
        }
        if (italian && AMBIGUOUS.matcher(text).matches()) {
            throw new ValueException(
                    "can be read as two numbers where the locale is it",
                    "Maybe " + text.replace(".", "") + " or " + text.replace('.', ',') + ".");
        }
        if (PLAIN.matcher(text).matches()) {
            return bounded(new BigDecimal(text.endsWith(".") ? text + "0" : text));
        }
        if (ITALIAN.matcher(text).matches()) {
            return italian(text, italian);
        }
        throw new ValueException("is no number", italian ? "Maybe 0,5 or 1234." : "Maybe 0.5 or 1234.");
    }

    private static BigDecimal italian(String text, boolean italian) throws ValueException {
        String plain = text.replace(".", "").replace(',', '.');
        if (!italian) {
            throw new ValueException(
                    "is no number where the locale is en", "Maybe " + plain + ", or locale: it in playbook.yaml.");
        }
        return bounded(new BigDecimal(plain));
    }

    static BigDecimal bounded(BigDecimal number) throws ValueException {
        long exponent = (long) number.precision() - number.scale();
        if (number.signum() != 0 && Math.abs(exponent) > LARGEST_EXPONENT) {
            throw new ValueException("is too large or too small for a number", "Maybe an exponent is mistyped.");
        }
        return Numbers.normal(number);
    }
}
