package org.filorosso.engine.playbook.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a table as a CSV file in its form: rows that were not touched come out as they went in. */
final class TableWriter {
    private final Sheet sheet;
    private final CsvForm form;
    private final Map<String, Deque<LineForm>> odd = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private TableWriter(Sheet sheet) {
        this.sheet = sheet;
        this.form = sheet.form();
        form.odd().forEach((digest, forms) -> odd.put(digest, new ArrayDeque<>(forms)));
    }

    static byte[] write(Sheet sheet) {
        return new TableWriter(sheet).write().getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        if (form.file().bom()) {
            out.append(Utf8.MARK);
        }
        List<Line> lines = sheet.lines();
        for (int i = 0; i < lines.size(); i++) {
            append(lines.get(i));
            if (i < lines.size() - 1 || form.file().lastLineEnd()) {
                out.append(form.file().lineEnd());
            }
        }
        return out.toString();
    }

    private void append(Line line) {
        LineForm typed = formOf(line);
        int width = Math.max(typed.width(), line.cells().size());
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                out.append(form.separator());
            }
            append(
                    i < line.cells().size() ? line.cells().get(i) : "",
                    typed.quoted().get(i));
        }
    }

    private LineForm formOf(Line line) {
        Deque<LineForm> forms = odd.isEmpty() ? null : odd.get(CsvForm.digest(line));
        LineForm typed = forms == null ? null : forms.poll();
        return typed == null ? form.usual(line, sheet.header().cells().size()) : typed;
    }

    private void append(String cell, boolean quoted) {
        String text = form.crlfInCells() ? cell.replace("\n", "\r\n") : cell;
        if (quoted || form.mustQuote(cell)) {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            out.append(text);
        }
    }
}
