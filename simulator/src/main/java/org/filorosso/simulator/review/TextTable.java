package org.filorosso.simulator.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.filorosso.engine.playbook.io.Characters;

/** A table in plain text for a terminal of 100 columns. Not thread-safe. */
public final class TextTable {
    private static final int WIDEST = 44;
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;
    private final boolean[] numbers;

    /** @param headers one per column; a header that begins with {@code >} is over numbers, which stand to the right */
    public TextTable(String... headers) {
        this.widths = new int[headers.length];
        this.numbers = new boolean[headers.length];
        String[] shown = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            numbers[i] = headers[i].startsWith(">");
            shown[i] = numbers[i] ? headers[i].substring(1) : headers[i];
        }
        row(shown);
    }

    /** Adds a row; long texts are cut, and characters that would move the cursor are shown as escapes. */
    public TextTable row(String... cells) {
        String[] shown = Arrays.stream(cells)
                .map(cell -> Characters.visible(cell, WIDEST))
                .toArray(String[]::new);
        for (int i = 0; i < shown.length; i++) {
            widths[i] = Math.max(widths[i], shown[i].length());
        }
        rows.add(shown);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String space = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : GAP).append(numbers[i] ? space + row[i] : row[i] + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
