package org.filorosso.engine.playbook.io;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.playbook.Outcome;

/** The words of closed lists and what they stand for. */
final class Words {
    static final Map<String, Boolean> EFFECTS = effects();
    static final Map<String, Outcome> OUTCOMES = of(Outcome.class);

    private Words() {}

    /** The constants of an enum by the words people write: {@code NEVER_TOGETHER} is {@code never together}. */
    static <E extends Enum<E>> Map<String, E> of(Class<E> kind) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E one : kind.getEnumConstants()) {
            words.put(word(one), one);
        }
        return words;
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Two words, for true and for false. */
    static Map<String, Boolean> yesNo(String yes, String no) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(yes, true);
        words.put(no, false);
        return words;
    }

    // true: only customers who match
    private static Map<String, Boolean> effects() {
        Map<String, Boolean> effects = yesNo("only", "never");
        effects.putAll(yesNo("allow", "deny"));
        return effects;
    }
}
