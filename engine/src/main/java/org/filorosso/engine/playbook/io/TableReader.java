package org.filorosso.engine.playbook.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one CSV file as a table, line by line, and stops at what cannot be a table. */
final class TableReader {
    // NUL is refused before, so a record that holds it alone can only be ours; without it a quote was left open
    private static final String END = "\0";
    private static final Line HEADLESS = new Line(1, List.of());

    private final Table table;
    private final String file;
    private final Problems problems;

    TableReader(Table table, String file, Problems problems) {
        this.table = table;
        this.file = file;
        this.problems = problems;
    }

    /** The table, or null when it cannot be read; the reason is among the problems then. */
    @Nullable
    Sheet read(byte[] bytes) {
        Utf8 utf8 = Utf8.of(bytes);
        if (!utf8.whole()) {
            problems.add(badCell(utf8.text()));
            return null;
        }
        if (!TextReader.isClean(file, utf8.text(), problems)) {
            return null;
        }
        return parse(utf8);
    }

    private @Nullable Sheet parse(Utf8 utf8) {
        String text = utf8.text();
        char separator = Separator.of(table, text);
        boolean lastLineEnd = text.isEmpty() || text.endsWith("\n");
        List<CsvRecord> records = records(text + (lastLineEnd ? "" : "\n") + END, separator);
        if (records == null) {
            return null;
        }
        boolean crlf = text.indexOf('\n') > 0 && text.charAt(text.indexOf('\n') - 1) == '\r';
        return sheet(records, separator, new TextForm(crlf, utf8.bom(), lastLineEnd));
    }

    private @Nullable Sheet sheet(List<CsvRecord> records, char separator, TextForm form) {
        List<Line> lines = records.stream().map(CsvRecord::asLine).toList();
        int header = 0;
        while (header < lines.size() && !Separator.isHeader(table, lines.get(header))) {
            header++;
        }
        if (header == lines.size()) {
            problems.add(noHeader(table, file));
            return null;
        }
        CsvForm found = Forms.of(records, lines.get(header).cells().size(), separator, form);
        return new Sheet(table, file, lines, header, found);
    }

    static Problem noHeader(Table table, String file) {
        return Problem.error(Code.NO_HEADER, file, 0, "the table has no header row")
                .maybe("Maybe begin with the line: "
                        + String.join(",", table.schema().names()) + ".");
    }

    private @Nullable List<CsvRecord> records(String text, char separator) {
        CsvRecord.Handler handler = new CsvRecord.Handler();
        TableLimits limits = new TableLimits(table, file, problems);
        List<CsvRecord> records = new ArrayList<>();
        try {
            for (CsvRecord next : CsvRecord.parser(text, separator, handler)) {
                if (!isEnd(next) && !limits.allow(next.asLine())) {
                    return null;
                }
                records.add(next);
            }
        } catch (CsvParseException e) {
            problems.add(
                    Problem.error(Code.UNCLOSED_QUOTE, file, handler.line(), "text follows the closing quote of a cell")
                            .maybe("Maybe double the quotes inside the cell: \"say \"\"yes\"\" now\"."));
            return null;
        }
        return withoutEnd(records);
    }

    private @Nullable List<CsvRecord> withoutEnd(List<CsvRecord> records) {
        CsvRecord last = records.remove(records.size() - 1);
        if (isEnd(last)) {
            return records;
        }
        problems.add(Problem.error(Code.UNCLOSED_QUOTE, file, last.line(), "a quoted cell of this row is never closed")
                .maybe("Maybe a closing quote is missing at the end of the cell."));
        return null;
    }

    private static boolean isEnd(CsvRecord next) {
        return next.cells().equals(List.of(END));
    }

    private Problem badCell(String before) {
        int line = Utf8.line(before, before.length());
        Problem problem = Problem.error(Code.UNREADABLE_ENCODING, file, line, "the file is not UTF-8 from here on")
                .maybe(Utf8.HINT);
        char separator = Separator.of(table, before);
        try {
            List<CsvRecord> records = new ArrayList<>();
            CsvRecord.parser(before, separator, new CsvRecord.Handler()).forEach(records::add);
            return records.isEmpty() ? problem : badCell(problem, records, before);
        } catch (CsvParseException e) {
            // the line alone must do where the text before the fault is no CSV either
            return problem;
        }
    }

    private Problem badCell(Problem problem, List<CsvRecord> records, String before) {
        boolean newLine = before.endsWith("\n");
        CsvRecord last = records.get(records.size() - 1);
        int column = newLine ? 0 : Math.max(0, last.form().width() - 1);
        Line header = records.stream()
                .map(CsvRecord::asLine)
                .filter(row -> Separator.isHeader(table, row))
                .findFirst()
                .orElse(HEADLESS);
        String name = header.cell(column).isEmpty() ? "column " + (column + 1) : header.cell(column);
        return problem.at(name, newLine ? "" : last.asLine().cell(column));
    }
}
