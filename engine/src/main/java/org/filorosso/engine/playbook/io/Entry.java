package org.filorosso.engine.playbook.io;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row that is being understood: its cells by column name, and whether anything was wrong with it so far. */
final class Entry {
    /** Problems beyond which a playbook is not looked at any further: what is wrong is then wrong everywhere. */
    private static final int MOST = 2_000;

    private static final int FEW = 100;

    private final Grid grid;
    private final Line raw;
    private final Problems problems;
    private boolean failed;

    Entry(Grid grid, Line raw, Problems problems) {
        this.grid = grid;
        this.raw = raw;
        this.problems = problems;
    }

    Grid grid() {
        return grid;
    }

    int number() {
        return raw.line();
    }

    /** The id, or {@code engagement#31} where it is left empty. */
    String id() {
        return has("id") ? text("id") : grid.table().sheet() + "#" + number();
    }

    /** The cell of a column, empty when there is none. */
    String text(String column) {
        int index = grid.column(column);
        return index < 0 ? "" : raw.cell(index);
    }

    /** The cell at a position. */
    String cell(int column) {
        return raw.cell(column);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    @Nullable
    String textOrNull(String column) {
        return has(column) ? text(column) : null;
    }

    /** The cell of a column that must be filled; an empty one is an error. */
    String need(String column) {
        if (!has(column)) {
            error(Code.EMPTY_CELL, column, "the cell must be filled", hintFor(column));
        }
        return text(column);
    }

    private @Nullable String hintFor(String column) {
        return grid.table()
                .schema()
                .column(column)
                .map(found -> "Maybe "
                        + (found.choices().isEmpty()
                                ? found.kind().about(column)
                                : "one of " + String.join(", ", found.choices()))
                        + ".")
                .orElse(null);
    }

    /** The parts of a cell between bars, none of an empty one. */
    List<String> parts(String column) {
        return split(text(column));
    }

    /** The parts of a text between bars, trimmed; empty ones are left out. */
    static List<String> split(String text) {
        return Stream.of(text.split("\\|", -1))
                .map(Line::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** One of a closed list of words; an unknown word or an empty cell without fallback is an error. */
    <T> @Nullable T choice(String column, Map<String, T> choices, @Nullable T fallback) {
        if (!has(column)) {
            if (fallback == null) {
                need(column);
            }
            return fallback;
        }
        T chosen = choices.get(text(column).toLowerCase(Locale.ROOT));
        if (chosen == null) {
            noChoice(column, text(column), choices.keySet());
        }
        return chosen;
    }

    /** Reports characters in names that cannot be seen. */
    void checkHidden(List<Integer> columns) {
        for (int column : columns) {
            Characters.hidden(cell(column))
                    .ifPresent(character -> errorAt(
                            Code.HIDDEN_CHARACTER,
                            column,
                            "the name holds the hidden character " + Characters.describe(character),
                            "Maybe type the name anew."));
        }
    }

    /** Says that a word is none of a closed list. */
    void noChoice(String column, String word, Collection<String> choices) {
        String near = Nearest.maybe(word, choices);
        String hint = near == null ? "Maybe one of " + String.join(", ", choices) + "." : near;
        error(Code.UNKNOWN_CHOICE, column, "\"" + Characters.visible(word, 60) + "\" is none of the choices", hint);
    }

    /** Says that a cell names something that is not there. */
    void unknown(Code code, String column, String name, String what, Collection<String> valid) {
        error(code, column, "there is no " + what + " \"" + Characters.visible(name, 80) + "\"", near(name, valid));
    }

    // near names are dear where thousands of wrong names meet thousands of right ones
    private @Nullable String near(String name, Collection<String> valid) {
        return manyProblems() ? null : Nearest.maybe(name, valid);
    }

    boolean manyProblems() {
        return problems.size() > FEW;
    }

    /** Says that a cell is filled that means nothing in this row. */
    void needless(String column, String why) {
        if (has(column)) {
            error(Code.NEEDLESS_CELL, column, why, "Maybe leave the cell empty.");
        }
    }

    void error(Code code, String column, String message, @Nullable String hint) {
        failed = true;
        report(Problem.error(code, grid.sheet().file(), number(), message)
                .at(column, text(column))
                .maybe(hint));
    }

    /** An error about the cell at a position. */
    void errorAt(Code code, int column, String message, @Nullable String hint) {
        failed = true;
        report(Problem.error(code, grid.sheet().file(), number(), message)
                .at(grid.header(column), cell(column))
                .maybe(hint));
    }

    /** An error about the whole row. */
    void error(Code code, String message, @Nullable String hint) {
        failed = true;
        report(Problem.error(code, grid.sheet().file(), number(), message).maybe(hint));
    }

    /** A warning about a cell. */
    void warn(Code code, String column, String message, @Nullable String hint) {
        problems.add(Problem.warning(code, grid.sheet().file(), number(), message)
                .at(column, text(column))
                .maybe(hint));
    }

    /** A warning about the whole row. */
    void warn(Code code, String message, @Nullable String hint) {
        problems.add(
                Problem.warning(code, grid.sheet().file(), number(), message).maybe(hint));
    }

    private void report(Problem problem) {
        problems.add(problem);
        if (problems.size() >= MOST) {
            throw new TooManyProblems(problem);
        }
    }

    boolean failed() {
        return failed;
    }
}
