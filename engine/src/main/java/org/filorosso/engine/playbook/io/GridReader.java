package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.filorosso.engine.playbook.io.Parts.UnreadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one sheet as text, row by row, and stops when they are too many. Formulas, errors and merged
 * cells are reported: nobody could say what they mean in a table of rules.
 */
final class GridReader {
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_EMPTY = 500_000;

    private final Book book;
    private final String file;
    private final Problems problems;
    private final PlainLocale locale;
    private final Predicate<Line> allow;
    private final Map<String, String> pool = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private int row;
    private int column;
    private int reported;
    private int empty;
    private long characters;

    /**
     * A reader of one sheet.
     *
     * @param locale of the playbook: how its people would read a number
     * @param allow asked for every line; false ends the reading
     */
    GridReader(Book book, String file, Problems problems, PlainLocale locale, Predicate<Line> allow) {
        this.book = book;
        this.file = file;
        this.problems = problems;
        this.locale = locale;
        this.allow = allow;
    }

    /** The lines from the first row on, rows that are not there as empty ones; incomplete when it had to stop. */
    List<Line> read(String part) throws IOException, UnreadableWorkbook {
        try (XmlPart xml = Book.open(book.parts(), part)) {
            if (xml == null) {
                throw new UnreadableWorkbook(Code.NOT_A_WORKBOOK, "is damaged: a sheet has no part", null);
            }
            boolean more = true;
            while (more && reported < MOST_PROBLEMS && xml.next()) {
                if (xml.starts("row")) {
                    more = readRow(xml);
                } else if (xml.starts("mergeCell")) {
                    reportMerge(xml.attribute("ref"));
                }
            }
        }
        return lines;
    }

    long characters() {
        return characters;
    }

    private boolean readRow(XmlPart xml) throws UnreadableWorkbook {
        int number = xml.attribute("r").isEmpty() ? row + 1 : xml.number("r");
        if (number <= row) {
            throw xml.damaged();
        }
        cells.clear();
        column = -1;
        row = number;
        while (reported < MOST_PROBLEMS && xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                readCell(xml);
            }
        }
        Line line = new Line(number, cells);
        return line.cells().isEmpty() || (fill(number) && add(line));
    }

    // rows that only have formats do not count, those between rows with text do
    private boolean fill(int to) {
        int next = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).line() + 1;
        if (to - next > Limits.MOST_TREATMENTS) {
            reported++;
            problems.add(Problem.error(Code.TOO_MANY_ROWS, file, to, "a cell stands far below all others")
                    .at("column " + (column + 1), cells.get(cells.size() - 1))
                    .maybe("Maybe delete the contents of the rows below the table."));
            return false;
        }
        for (int i = next; i < to; i++) {
            if (!add(new Line(i, List.of()))) {
                return false;
            }
        }
        return true;
    }

    private boolean add(Line line) {
        lines.add(line);
        return allow.test(line);
    }

    private void readCell(XmlPart xml) throws UnreadableWorkbook {
        String address = xml.attribute("r");
        column = address.isEmpty() ? column + 1 : CellAddress.column(address);
        if (column < 0) {
            throw xml.damaged();
        }
        String text = text(xml, xml.attribute("t"), xml.number("s"));
        if (!text.isEmpty()) {
            put(text);
        } else if (++empty > MOST_EMPTY) {
            throw new UnreadableWorkbook(
                    Code.WORKBOOK_TOO_LARGE,
                    "has more than " + MOST_EMPTY + " empty cells with a format in the sheet " + file,
                    "Maybe delete the rows and columns beside the table.");
        }
    }

    private void put(String text) throws UnreadableWorkbook {
        characters += text.length() + 1;
        if (characters > Limits.MOST_BYTES) {
            throw Book.tooLarge();
        }
        int at = Math.min(column, Limits.MOST_COLUMNS);
        while (cells.size() <= at) {
            cells.add("");
        }
        cells.set(at, pool.computeIfAbsent(text, same -> same));
    }

    private String text(XmlPart xml, String type, int style) throws UnreadableWorkbook {
        String value = "";
        boolean formula = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("v")) {
                value = xml.text();
            } else if (xml.starts("is")) {
                value = Book.richText(xml, "is");
            } else if (xml.starts("f")) {
                formula = true;
            }
        }
        if (formula) {
            report(
                    Code.FORMULA_CELL,
                    value,
                    "holds a formula, and formulas are not read",
                    "Maybe copy the cell and paste its value.");
        }
        return formula ? "" : shown(type, style, value);
    }

    private String shown(String type, int style, String value) throws UnreadableWorkbook {
        return switch (type) {
            case "s" -> decoded(shared(value));
            case "inlineStr", "str", "d" -> decoded(value);
            case "b" -> value.equals("1") || value.equals("true") ? "true" : value.isEmpty() ? "" : "false";
            case "e" -> error(value);
            default -> value.isEmpty() ? "" : number(style, value);
        };
    }

    private String error(String value) {
        report(Code.ERROR_CELL, value, "shows an error", "Maybe write the value itself.");
        return "";
    }

    private String number(int style, String value) {
        try {
            String shown = book.format(style).text(value.strip(), book.from1904());
            return locale == PlainLocale.IT ? Numerals.unmistakable(shown) : shown;
        } catch (NumberFormatException e) {
            report(Code.ERROR_CELL, value, "is stored as a number and is none", "Maybe write the value itself.");
            return "";
        }
    }

    private String shared(String index) throws UnreadableWorkbook {
        try {
            return index.isEmpty() ? "" : book.strings().get(Integer.parseInt(index));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableWorkbook(
                    Code.NOT_A_WORKBOOK, "is damaged: a cell points to the text \"" + index + "\"", null);
        }
    }

    private String decoded(String text) {
        String decoded = WorkbookText.decode(text).replace("\r\n", "\n").replace('\r', '\n');
        if (decoded.indexOf('\0') >= 0) {
            report(Code.NUL_CHARACTER, decoded, "holds the character NUL", null);
            return "";
        }
        return decoded;
    }

    private void report(Code code, String cell, String message, @Nullable String hint) {
        reported++;
        problems.add(Problem.error(code, file, row, "cell " + CellAddress.of(column, row) + " " + message)
                .at("column " + (column + 1), cell)
                .maybe(hint));
    }

    // a comment may be merged over its row: it says nothing
    private void reportMerge(String range) {
        int first = CellAddress.row(range);
        boolean comment = lines.stream().anyMatch(line -> line.line() == first && !line.isData());
        boolean oneRow = first == CellAddress.row(range.substring(range.indexOf(':') + 1));
        if (!comment || !oneRow) {
            reported++;
            problems.add(
                    Problem.error(Code.MERGED_CELLS, file, Math.max(first, 0), "the cells " + range + " are merged")
                            .maybe("Maybe unmerge them and repeat the value in each."));
        }
    }
}
