package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as English or Italian spreadsheets write them. The patterns are ours and take linear time. */
final class Numerals {
    private static final int MOST_DIGITS = 40;
    private static final int MOST_EXPONENT = 300;
    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern EXPONENT = Pattern.compile("(" + POINT.pattern() + ")[eE]([+-]?\\d{1,4})");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern TWO_WAYS = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern ENGLISH_GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");

    private final PlainLocale locale;
    private final boolean exponents;

    Numerals(PlainLocale locale, boolean exponents) {
        this.locale = locale;
        this.exponents = exponents;
    }

    Plain<BigDecimal> number(String text) {
        if (text.length() > MOST_DIGITS) {
            return Plain.refused(
                    Code.NOT_A_NUMBER, "is no number, or has more than " + MOST_DIGITS + " characters", null);
        }
        return locale == PlainLocale.IT ? italian(text) : english(text);
    }

    /** The same number, with one more zero where an Italian reader could take its point for one of thousands. */
    static String unmistakable(String shown) {
        boolean percent = shown.endsWith("%");
        String number = percent ? shown.substring(0, shown.length() - 1) : shown;
        return TWO_WAYS.matcher(number).matches() ? number + (percent ? "0%" : "0") : shown;
    }

    Plain<BigDecimal> percentage(String text) {
        if (!text.endsWith("%")) {
            String hint = number(text).isRefused() ? "Maybe 20%." : "Maybe " + text + "%.";
            return Plain.refused(Code.NOT_A_PERCENTAGE, "is no percentage", hint);
        }
        Plain<BigDecimal> number = number(Line.trim(text.substring(0, text.length() - 1)));
        BigDecimal value = number.value();
        return value == null
                ? new Plain<>(null, Code.NOT_A_PERCENTAGE, "is no percentage", number.hint())
                : Plain.of(value.movePointLeft(2));
    }

    private Plain<BigDecimal> italian(String text) {
        if (TWO_WAYS.matcher(text).matches()) {
            String hint = "Maybe " + text.replace(".", "") + ", or " + text.replace('.', ',') + ".";
            return Plain.refused(Code.AMBIGUOUS_NUMBER, "can be read in two ways", hint);
        }
        if (COMMA.matcher(text).matches() || GROUPED.matcher(text).matches()) {
            return Plain.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        return english(text);
    }

    private Plain<BigDecimal> english(String text) {
        if (POINT.matcher(text).matches()) {
            return Plain.of(new BigDecimal(text));
        }
        Matcher exponent = EXPONENT.matcher(text);
        if (exponents && exponent.matches() && Math.abs(Integer.parseInt(exponent.group(4))) <= MOST_EXPONENT) {
            return Plain.of(new BigDecimal(text));
        }
        return Plain.refused(Code.NOT_A_NUMBER, "is no number", hint(text));
    }

    private String hint(String text) {
        if (locale == PlainLocale.EN && ENGLISH_GROUPS.matcher(text).matches()) {
            return "Maybe " + text.replace(",", "") + ", without separators of thousands.";
        }
        if (COMMA.matcher(text).matches() || GROUPED.matcher(text).matches()) {
            String point = text.replace(".", "").replace(',', '.');
            return "Maybe " + point + ", or \"locale: it\" in playbook.yaml.";
        }
        return locale == PlainLocale.EN ? "Maybe 0.5 or 1234." : "Maybe 0,5 or 1234.";
    }
}
