package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the conditional tables: ids, condition cells, {@code when}, dates and reasons; numbers them. */
final class Rows {
    private static final Map<String, Boolean> IF_UNKNOWN = Words.yesNo("match", "skip");

    private final Scope scope;
    private final Map<String, Integer> spellings = new HashMap<>();
    private final Map<Grid, Map<Integer, Integer>> headers = new HashMap<>();
    private final Map<Cell, Test> tests = new HashMap<>();
    private final Map<Table, Unique> ids = new HashMap<>();
    private int next;

    Rows(Scope scope) {
        this.scope = scope;
        for (String name : scope.names().all()) {
            scope.names().find(name).ifPresent(slot -> spellings.put(fold(name), slot));
        }
    }

    private record Cell(int slot, String text) {}

    /** How many rows were numbered. */
    int count() {
        return next;
    }

    /** The row of a line, with the next number. */
    Row read(Entry line) {
        checkId(line);
        return row(line, next++);
    }

    /** The row of a line that needs no number of its own. */
    Row unnumbered(Entry line) {
        return row(line, -1);
    }

    /** A row that no line says and that matches everybody; its line is 0. */
    Row everybody(Table table) {
        return new Row(
                next++,
                table.sheet() + "#0",
                table.sheet(),
                0,
                List.of(),
                null,
                false,
                Dates.ALWAYS,
                Playbook.Texts.NONE);
    }

    private Row row(Entry line, int index) {
        List<Condition> conditions = conditions(line);
        Expr when = scope.formulas().when(line);
        boolean match = Boolean.TRUE.equals(line.choice("if unknown", IF_UNKNOWN, false));
        scope.reads().row(line, conditions, when);
        return new Row(
                index,
                line.id(),
                line.grid().table().sheet(),
                line.number(),
                conditions,
                when,
                match,
                scope.cells().dates(line),
                scope.texts().read(line, "reason"));
    }

    /** Reports an id that another row of the table bears. */
    void checkId(Entry line) {
        ids.computeIfAbsent(line.grid().table(), table -> new Unique("id")).check(line, line.id());
    }

    private List<Condition> conditions(Entry line) {
        Map<Integer, Integer> slots = headers.computeIfAbsent(line.grid(), this::headers);
        List<Condition> conditions = new ArrayList<>();
        slots.forEach((column, slot) -> {
            String text = line.cell(column);
            Test test = text.isEmpty() || text.equals("-") ? null : test(line, column, slot, text);
            if (test != null) {
                conditions.add(new Condition(line.grid().header(column), slot, test, text));
            }
        });
        return conditions;
    }

    private @Nullable Test test(Entry line, int column, int slot, String text) {
        Cell cell = new Cell(slot, text);
        Test known = tests.get(cell);
        if (known != null) {
            return known;
        }
        try {
            Test test = scope.feel().cell(text, slot);
            tests.put(cell, test);
            return test;
        } catch (FeelException e) {
            line.errorAt(Code.EXPRESSION, column, Formulas.where(e), e.hint());
            return null;
        }
    }

    /** The slots of the condition columns that can be read; the others are reported once, at the header. */
    private Map<Integer, Integer> headers(Grid grid) {
        Map<Integer, Integer> slots = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>();
        Entry header = grid.header(scope.problems());
        for (int column : grid.conditions()) {
            Integer slot = slot(header, column);
            if (slot != null && !seen.add(slot)) {
                header.errorAt(
                        Code.DUPLICATE_COLUMN,
                        column,
                        "another column reads the same",
                        "Maybe put both tests into one column, or into when.");
            } else if (slot != null) {
                slots.put(column, slot);
            }
        }
        return slots;
    }

    private @Nullable Integer slot(Entry header, int column) {
        String text = header.cell(column);
        Integer named = spellings.get(fold(text));
        if (named != null) {
            return named;
        }
        try {
            return scope.feel().header(text);
        } catch (FeelException e) {
            header.errorAt(Code.EXPRESSION, column, Formulas.where(e), e.hint());
            return null;
        }
    }

    /** Reads the headers of a table that may have no rows. */
    void checkHeaders(Grid grid) {
        headers.computeIfAbsent(grid, this::headers);
    }

    static String fold(String name) {
        return String.join(" ", Line.trim(name).toLowerCase(Locale.ROOT).split(" +"));
    }
}
