package org.filorosso.engine.playbook.io;

import java.util.List;

/**
 * A line of a table as it was typed.
 *
 * @param line line of the CSV file on which it begins, or row of the sheet, from 1
 * @param cells texts as typed, line breaks as LF, without the empty cells at the end
 */
public record Line(int line, List<String> cells) {
    /** A row without the empty cells at its end. */
    public Line {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        cells = List.copyOf(cells.subList(0, size));
    }

    /** The cell in this column (from 0), trimmed; empty where the row has none. */
    public String cell(int column) {
        return column < cells.size() ? trim(cells.get(column)) : "";
    }

    /** Whether the row is a comment: its first cell starts with {@code #}. */
    public boolean isComment() {
        return cell(0).startsWith("#");
    }

    /** Whether no cell holds anything but space. */
    public boolean isBlank() {
        return cells.stream().allMatch(cell -> trim(cell).isEmpty());
    }

    /** Whether the row says something: neither a comment nor blank. */
    public boolean isData() {
        return !isComment() && !isBlank();
    }

    /** Without space at the ends, the hard spaces that spreadsheets and web pages leave included. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
