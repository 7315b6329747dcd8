package org.filorosso.engine.playbook.io;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.Names;
import org.jspecify.annotations.Nullable;

/** What a name in scope (an attribute, an experiment) may look like, so that FEEL reads it and nothing hides it. */
final class NameRules {
    private static final Set<String> COLUMNS = reservedColumns();

    private NameRules() {}

    /**
     * Why a name cannot be used in rules, or null when it can.
     *
     * @param hyphens whether hyphens are allowed between letters
     */
    static @Nullable String fault(String name, boolean hyphens) {
        if (!spelled(name, hyphens)) {
            return "the name must begin with a letter and hold letters, digits and single spaces only";
        }
        String first = name.split(" ", 2)[0];
        if (Names.isKeyword(first)) {
            return "the name begins with \"" + first + "\", which is a word of the expression language";
        }
        if (COLUMNS.contains(name.toLowerCase(Locale.ROOT))) {
            return "the name is that of a column that every playbook has";
        }
        return Feel.reserved().contains(name.toLowerCase(Locale.ROOT))
                ? "the name is that of something that every rule can read"
                : mixed(name);
    }

    private static boolean spelled(String name, boolean hyphens) {
        return !name.isEmpty()
                && Character.isLetter(name.codePointAt(0))
                && !name.contains("  ")
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || (hyphens && c == '-'));
    }

    /** Why a name may be taken for another one: letters of several scripts that look alike in one word; else null. */
    static @Nullable String mixed(String name) {
        for (String word : name.split(" ", -1)) {
            Set<Character.UnicodeScript> scripts = new HashSet<>();
            word.codePoints().filter(Character::isLetter).forEach(c -> scripts.add(Character.UnicodeScript.of(c)));
            scripts.retainAll(Set.of(
                    Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK));
            if (scripts.size() > 1) {
                return "the word \"" + word + "\" mixes letters of several alphabets that look alike";
            }
        }
        return null;
    }

    private static Set<String> reservedColumns() {
        Set<String> columns = new HashSet<>();
        Stream.of(Table.values())
                .filter(table -> table.schema().conditional() && table != Table.WORLD)
                .forEach(table -> columns.addAll(table.schema().names()));
        return columns;
    }
}
