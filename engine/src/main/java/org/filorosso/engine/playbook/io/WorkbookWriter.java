package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a playbook as a workbook: all cells as text, so that a spreadsheet program makes no date of {@code 1-3} and
 * computes nothing; drop-downs for closed choices, a note on every reserved header.
 */
final class WorkbookWriter {
    private static final String TEXT_FORMAT = "@";
    private static final double NARROW = 12;
    private static final double WIDE = 48;

    private final Sheets sheets;

    WorkbookWriter(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Writes the workbook; the same playbook gives the same bytes. */
    void write(OutputStream out) throws IOException {
        Path made = Files.createTempFile("playbook", ".xlsx");
        try {
            make(made);
            Timeless.copy(made, out);
        } finally {
            Files.delete(made);
        }
    }

    private void make(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Filorosso", null)) {
            addSettings(workbook);
            for (Sheet sheet : sheets.tables()) {
                addTable(workbook, sheet);
            }
            addTexts(workbook, "tests", sheets.tests());
            Text population = sheets.population();
            addTexts(workbook, "population", population == null ? List.of() : List.of(population));
            addForm(workbook);
        }
    }

    private void addSettings(Workbook workbook) throws IOException {
        Text settings = sheets.settings();
        if (settings != null) {
            Worksheet sheet = workbook.newWorksheet(SettingsSheet.NAME);
            addHeader(sheet, 0, SettingsSheet.HEADER);
            sheet.comment(0, 0, "The setting. Dots lead downwards: arms.1.name is the name of the first arm.");
            sheet.comment(0, 1, "Its value.");
            addRows(sheet, 1, SettingsSheet.rows(settings));
            sheet.finish();
        }
    }

    private static void addTexts(Workbook workbook, String name, List<Text> texts) throws IOException {
        if (!texts.isEmpty()) {
            Worksheet sheet = workbook.newWorksheet(name);
            addHeader(sheet, 0, List.of("file", "line"));
            sheet.comment(0, 0, "The file that the line belongs to.");
            sheet.comment(0, 1, "One line of YAML, with the spaces in front.");
            int row = 1;
            for (Text text : texts) {
                addRows(
                        sheet,
                        row,
                        text.lines().stream()
                                .map(line -> List.of(text.file(), line))
                                .toList());
                row += text.lines().size();
            }
            sheet.finish();
        }
    }

    private void addForm(Workbook workbook) throws IOException {
        List<List<String>> rows = FormRows.of(sheets).rows();
        if (!rows.isEmpty()) {
            Worksheet sheet = workbook.newWorksheet(FormRows.NAME);
            addHeader(sheet, 0, FormRows.HEADER);
            addRows(sheet, 1, rows);
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            sheet.finish();
        }
    }

    private static void addTable(Workbook workbook, Sheet table) throws IOException {
        Worksheet sheet = workbook.newWorksheet(table.table().sheet());
        int header = table.headerAt();
        addRows(
                sheet,
                0,
                table.lines().subList(0, header).stream().map(Line::cells).toList());
        addHeader(sheet, header, table.header().cells());
        addRows(
                sheet,
                header + 1,
                table.lines().subList(header + 1, table.lines().size()).stream()
                        .map(Line::cells)
                        .toList());
        for (Heading heading : Heading.of(table, new Problems())) {
            describe(sheet, table, heading);
        }
        sheet.finish();
    }

    private static void describe(Worksheet sheet, Sheet table, Heading heading) {
        sheet.comment(table.headerAt(), heading.at(), note(heading));
        Column column = heading.column();
        if (column != null && !column.choices().isEmpty()) {
            boolean closed = column.kind() == Kind.CHOICE;
            String choices = "\"" + String.join(",", column.choices()) + "\"";
            sheet.range(table.headerAt() + 1, heading.at(), table.table().mostRows(), heading.at())
                    .validateWithListByFormula(choices)
                    .showErrorMessage(closed)
                    .errorTitle("Not in the list")
                    .error("Please choose from the list.");
        }
    }

    private static String note(Heading heading) {
        Column column = heading.column();
        if (column != null) {
            String language = heading.language() == null ? "" : "\nIn the language " + heading.language() + ".";
            return column.note() + language;
        }
        return switch (heading.use()) {
            case COMMENT -> "A comment: it counts for nothing.";
            case EMPTY -> "No header: the column must stay empty.";
            default ->
                "A condition: write what " + heading.text() + " must be, as > 30, 10..20 or a list. Empty or -: any.";
        };
    }

    private static void addHeader(Worksheet sheet, int row, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            sheet.value(row, i, WorkbookText.encode(names.get(i)));
            sheet.style(row, i).bold().format(TEXT_FORMAT).set();
            sheet.style(i).format(TEXT_FORMAT).set();
            sheet.width(i, names.get(i).matches("line|value|reason.*|.*message.*|script.*|legal.*") ? WIDE : NARROW);
        }
        sheet.freezePane(0, row + 1);
    }

    private static void addRows(Worksheet sheet, int first, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.value(first + row, column, WorkbookText.encode(cells.get(column)));
                    sheet.style(first + row, column).format(TEXT_FORMAT).set();
                }
            }
        }
    }
}
