package org.filorosso.engine.playbook.io;

import java.util.List;

/**
 * A reserved column of a table.
 *
 * @param name lower case, as in the header: {@code if unknown}
 * @param kind what its cells hold
 * @param choices the closed list of a {@code CHOICE}, {@code CHOICES} or {@code WINDOW} column, else empty
 * @param about one sentence for the person who fills it in
 */
public record Column(String name, Kind kind, List<String> choices, String about) {
    /** A column with its own copy of the choices. */
    public Column {
        choices = List.copyOf(choices);
    }

    static Column of(String name, Kind kind, String about) {
        return new Column(name, kind, List.of(), about);
    }

    static Column choice(String name, List<String> choices, String about) {
        return new Column(name, Kind.CHOICE, choices, about);
    }

    /** The note on the header: what the column is, then what to write. */
    public String note() {
        String what = choices.isEmpty() ? kind.about(name) : kind.about(name) + ": " + String.join(", ", choices);
        return about + "\nWrite: " + what + ".";
    }
}
