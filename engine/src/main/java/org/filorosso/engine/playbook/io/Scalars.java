package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.filorosso.engine.feel.Span;

/**
 * Reads the cells of plain columns as the playbook's locale writes them. Texts are trimmed first; an empty one is
 * refused like any other wrong text, so ask before.
 */
public final class Scalars {
    private static final Set<String> YES = Set.of("yes", "true");
    private static final Set<String> NO = Set.of("no", "false");
    private static final Set<String> SI = Set.of("sì", "si", "vero");
    private static final Set<String> FALSO = Set.of("falso");

    private final PlainLocale locale;
    private final Numerals numerals;

    private Scalars(PlainLocale locale, boolean exponents) {
        this.locale = locale;
        this.numerals = new Numerals(locale, exponents);
    }

    /** Reads a playbook's cells. */
    public static Scalars of(PlainLocale locale) {
        return new Scalars(locale, false);
    }

    /** Reads the cells of data files, whose numbers may have exponents: {@code 1.5e-07}. */
    public static Scalars ofData(PlainLocale locale) {
        return new Scalars(locale, true);
    }

    /** A number, exactly as written. */
    public Plain<BigDecimal> number(String cell) {
        return numerals.number(Line.trim(cell));
    }

    /** A percentage as a fraction: {@code 20%} and {@code +20%} are 0.20. */
    public Plain<BigDecimal> percentage(String cell) {
        return numerals.percentage(Line.trim(cell));
    }

    /** A date without time. */
    public Plain<LocalDate> date(String cell) {
        Plain<Moment> moment = Moments.read(Line.trim(cell), locale);
        Moment value = moment.value();
        if (value == null) {
            return new Plain<>(null, moment.code(), moment.message(), moment.hint());
        }
        return value.time() == null
                ? Plain.of(value.date())
                : Plain.refused(Code.NOT_A_DATE, "a date without time is wanted", "Maybe " + value.date() + ".");
    }

    /** A date, or a date and time. */
    public Plain<Moment> moment(String cell) {
        return Moments.read(Line.trim(cell), locale);
    }

    /** A duration in ISO 8601 or in words, English or Italian whatever the locale. */
    public Plain<Span> duration(String cell) {
        return Durations.read(Line.trim(cell));
    }

    /** Yes or no, in any case. */
    public Plain<Boolean> yesNo(String cell) {
        String word = Normalizer.normalize(Line.trim(cell).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        boolean italian = SI.contains(word) || FALSO.contains(word);
        if (YES.contains(word) || NO.contains(word) || (italian && locale == PlainLocale.IT)) {
            return Plain.of(YES.contains(word) || SI.contains(word));
        }
        String hint = italian
                ? "Maybe " + (SI.contains(word) ? "yes" : "no") + ", or \"locale: it\" in playbook.yaml."
                : "Maybe yes or no.";
        return Plain.refused(Code.NOT_A_YES_NO, "is neither yes nor no", hint);
    }
}
