package org.filorosso.simulator.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data file of which every row is at fault.
 *
 * @param name as in the corpus
 * @param lines as they are written
 * @param blamed {@code customers.csv:3: column "plan"}, one for every row
 */
record HostileData(String name, List<String> lines, List<String> blamed) {
    private static final long ENDLESS = 700L << 20;

    static HostileData of(String name) {
        return name.endsWith(".csv") ? csv(name) : json(name);
    }

    private static HostileData csv(String name) {
        List<List<String>> rows = Csv.rows(HostileText.CORPUS.resolve(name));
        List<String> lines = new ArrayList<>();
        List<String> blamed = new ArrayList<>();
        for (List<String> row : rows) {
            String line = Csv.text(List.of(row.subList(1, row.size())));
            lines.add(HostileText.expanded(line.substring(0, line.length() - 1)));
            if (lines.size() > 1) {
                blamed.add(blame(name, lines.size(), row.get(0)));
            }
        }
        return new HostileData(name, lines, blamed);
    }

    private static HostileData json(String name) {
        List<String> lines = new ArrayList<>();
        List<String> blamed = new ArrayList<>();
        for (String row : HostileText.file(name).lines().toList()) {
            int tab = row.indexOf('\t');
            lines.add(row.substring(tab + 1));
            blamed.add(blame(name, lines.size(), row.substring(0, tab)));
        }
        return new HostileData(name, lines, blamed);
    }

    private static String blame(String name, int line, String column) {
        return name + ":" + line + ": " + (column.isEmpty() ? "the line is no" : "column \"" + column + "\"");
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    /** Files whose one line, or one cell, never ends. */
    static List<Path> endless(Path folder) throws IOException {
        return List.of(
                endless(folder.resolve("line.ndjson"), ""),
                endless(folder.resolve("line.csv"), ""),
                endless(folder.resolve("cell.csv"), "id,plan\nc-1,\""));
    }

    private static Path endless(Path path, String begin) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(begin.getBytes(StandardCharsets.UTF_8));
            // a hole in the file: it takes no room on the disk
            file.setLength(ENDLESS);
        }
        return path;
    }
}
