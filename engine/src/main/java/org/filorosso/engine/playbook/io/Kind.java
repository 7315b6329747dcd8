package org.filorosso.engine.playbook.io;

/** What the cells of a reserved column hold. Plain kinds follow the playbook's locale, FEEL ones never do. */
public enum Kind {
    /** Free text. */
    TEXT("text"),
    /** Free text that people read, which may be given in other languages: {@code reason:it}. */
    SENTENCE("text; a column \"%s:it\" gives it in Italian"),
    /** A name: no hidden characters. */
    NAME("a name"),
    /** Characters separated by {@code |}. */
    NAMES("names separated by |"),
    /** A path: {@code *}, {@code Issue}, {@code Issue/Group} or {@code Issue/Group/action}. */
    TARGET("*, Issue, Issue/Group or Issue/Group/action"),
    /** One of a closed list. */
    CHOICE("one of the list"),
    /** Some of a closed list, separated by {@code |}. */
    CHOICES("one or several of the list, separated by |"),
    /** Yes or no. */
    YES_NO("yes or no"),
    /** A number. */
    NUMBER("a number"),
    /** A whole number, not negative. */
    COUNT("a whole number"),
    /** {@code 20%} or {@code +20%}. */
    PERCENT("a percentage, as 20%"),
    /** A FEEL expression; one that is a single number may be written as plain numbers are. */
    NUMBER_OR_FEEL("a number, or a FEEL expression that gives one"),
    /** A percentage, a number (0.2 is 20%) or a FEEL number. */
    PERCENT_OR_FEEL("a percentage, or a FEEL expression that gives a number"),
    /** A FEEL expression. */
    FEEL("a FEEL expression"),
    /** A date. */
    DATE("a date, as 2026-12-31"),
    /** A date, or a date and time. */
    MOMENT("a date, as 2026-12-31, or a date and time, as 2026-12-31T18:00"),
    /** A duration. */
    DURATION("a duration, as 30 days or P30D"),
    /** A duration (rolling), or one of a closed list of calendar periods. */
    WINDOW("a duration, as 30 days, or a calendar period of the list");

    private final String about;

    Kind(String about) {
        this.about = about;
    }

    /** What to write in a cell of the column, for notes and messages. */
    public String about(String column) {
        return about.replace("%s", column);
    }

    /** Whether a column of this kind may bear a language: {@code reason:it}. */
    public boolean isLocalisable() {
        return this == SENTENCE;
    }
}
