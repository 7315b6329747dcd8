package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sheet, recognised.
 *
 * @param at position of its cells, from 0
 * @param text header, trimmed
 * @param use what the column is
 * @param column the reserved column, if it is one
 * @param language of a reserved column such as {@code reason:it}, lower case, else null
 */
public record Heading(
        int at,
        String text,
        Use use,
        @Nullable Column column,
        @Nullable String language) {

    /** What a column is. */
    public enum Use {
        /** One of the table's own. */
        RESERVED,
        /** A condition: the header is FEEL. */
        CONDITION,
        /** A comment: the header starts with {@code #}. */
        COMMENT,
        /** Without header: only empty cells may stand in it. */
        EMPTY
    }

    /**
     * The columns of a sheet, in their order.
     *
     * @param problems where unknown and doubled columns are put, and cells that stand in no column
     */
    public static List<Heading> of(Sheet sheet, Problems problems) {
        List<Heading> headings = new ArrayList<>();
        Line header = sheet.header();
        for (int i = 0; i < header.cells().size(); i++) {
            headings.add(of(i, header.cell(i), sheet.table().schema()));
        }
        new HeadingCheck(sheet, headings, problems).check();
        return List.copyOf(headings);
    }

    private static Heading of(int at, String text, TableSchema schema) {
        if (text.isEmpty() || text.startsWith("#")) {
            return new Heading(at, text, text.isEmpty() ? Use.EMPTY : Use.COMMENT, null, null);
        }
        return schema.column(text)
                .map(column -> new Heading(at, text, Use.RESERVED, column, null))
                .orElseGet(() -> localised(at, text, schema));
    }

    private static Heading localised(int at, String text, TableSchema schema) {
        int colon = text.lastIndexOf(':');
        Column column =
                colon < 0 ? null : schema.column(text.substring(0, colon)).orElse(null);
        if (column == null || !column.kind().isLocalisable()) {
            return new Heading(at, text, Use.CONDITION, null, null);
        }
        String language = Line.trim(text.substring(colon + 1)).toLowerCase(Locale.ROOT);
        return new Heading(at, text, Use.RESERVED, column, language);
    }

    /** The name by which two columns are the same: {@code reason:it}. */
    public String key() {
        if (column == null) {
            return text;
        }
        return language == null ? column.name() : column.name() + ":" + language;
    }

    /** Finds what is wrong with the headings of a sheet. */
    private record HeadingCheck(Sheet sheet, List<Heading> headings, Problems problems) {
        void check() {
            Map<String, Heading> seen = new HashMap<>();
            for (Heading heading : headings) {
                check(heading, seen);
            }
            sheet.rows().forEach(this::checkCells);
        }

        private void check(Heading heading, Map<String, Heading> seen) {
            if (heading.use == Use.CONDITION && !sheet.table().schema().conditional()) {
                String hint = Nearest.maybe(heading.text, sheet.table().schema().names());
                report(Code.UNKNOWN_COLUMN, heading, "is no column of this table", hint);
            }
            boolean counts = heading.use == Use.RESERVED || heading.use == Use.CONDITION;
            if (counts && seen.putIfAbsent(heading.key(), heading) != null) {
                report(Code.DUPLICATE_COLUMN, heading, "stands twice in the header", null);
            }
        }

        private void report(Code code, Heading heading, String message, @Nullable String hint) {
            problems.add(Problem.error(code, sheet.file(), sheet.header().line(), message)
                    .at(heading.text, null)
                    .maybe(hint));
        }

        private void checkCells(Line line) {
            for (int i = 0; i < line.cells().size(); i++) {
                if (isStray(i) && !line.cell(i).isEmpty()) {
                    Code code = i < headings.size() ? Code.EMPTY_HEADER : Code.CELL_WITHOUT_COLUMN;
                    problems.add(Problem.error(code, sheet.file(), line.line(), "stands in a column without header")
                            .at("column " + (i + 1), line.cell(i))
                            .maybe("Maybe a cell that holds the separator lacks its quotes."));
                }
            }
        }

        private boolean isStray(int at) {
            return at >= headings.size() || headings.get(at).use == Use.EMPTY;
        }
    }
}
