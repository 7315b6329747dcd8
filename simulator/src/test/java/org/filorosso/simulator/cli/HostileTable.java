package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the starter with honest rows and rows of which one cell is hostile.
 *
 * @param name as {@code engagement}
 * @param header columns of the corpus
 * @param honest a row in which nothing is wrong
 * @param duties what becomes of hostile text in each column, as the corpus explains
 */
record HostileTable(String name, List<String> header, List<String> honest, List<String> duties) {

    /** A cell that holds a hostile text, and the line on which it stands. */
    record Spot(int line, String column, HostileText text) {}

    static List<HostileTable> all() throws IOException {
        try (Stream<Path> files = Files.list(HostileText.CORPUS.resolve("tables"))) {
            return files.sorted().map(HostileTable::read).toList();
        }
    }

    private static HostileTable read(Path file) {
        List<List<String>> rows = Csv.rows(file);
        String name = String.valueOf(file.getFileName()).replace(".csv", "");
        return new HostileTable(name, rows.get(0), rows.get(1), rows.get(2));
    }

    String file() {
        return name + ".csv";
    }

    /** Each text in each column that must refuse it, one a row, from line 2 on. */
    List<Spot> refused(List<HostileText> texts) {
        return spots(texts, this::refuses);
    }

    /** Each text in each column that must keep it as it is, one a row, from line 2 on. */
    List<Spot> kept(List<HostileText> texts) {
        List<Spot> spots = spots(texts, this::keeps);
        // seven figures at most, and the starter has three
        return name.equals("kpis") ? spots.subList(0, 4) : spots;
    }

    private boolean refuses(String duty, HostileText text) {
        return switch (duty) {
            case "refuse" -> true;
            case "name", "word" -> text.isHidden();
            case "template" -> text.text().contains("{");
            case "keep" -> false;
            default -> throw new IllegalArgumentException(name + " has no duty " + duty);
        };
    }

    private boolean keeps(String duty, HostileText text) {
        return !duty.equals("word") && !refuses(duty, text);
    }

    private List<Spot> spots(List<HostileText> texts, BiPredicate<String, HostileText> wanted) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            for (HostileText text : texts) {
                // a row whose first cell begins with # is a comment
                boolean comment = i == 0 && text.text().startsWith("#");
                if (!comment && wanted.test(duties.get(i), text)) {
                    spots.add(new Spot(spots.size() + 2, header.get(i), text));
                }
            }
        }
        return spots;
    }

    /** Replaces the table in a folder by the rows of the spots, followed by what the folder had. */
    void write(Path folder, List<Spot> spots) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        spots.forEach(spot -> rows.add(row(spot.line(), spot)));
        write(folder, folder.resolve(file()), rows);
    }

    /** The same with one honest row. */
    void writeHonest(Path folder) throws IOException {
        write(folder, folder.resolve(file()), List.of(row(2, null)));
    }

    private void write(Path folder, Path file, List<List<String>> rows) throws IOException {
        List<List<String>> present = Files.exists(file) ? Csv.rows(file) : List.of(header);
        Set<String> all = new LinkedHashSet<>(header);
        all.addAll(present.get(0));
        List<List<String>> lines = new ArrayList<>(List.of(List.copyOf(all)));
        rows.forEach(row -> lines.add(arranged(row, header, all)));
        present.stream().skip(1).forEach(row -> lines.add(arranged(row, present.get(0), all)));
        Files.writeString(folder.resolve(file()), Csv.text(lines));
    }

    private static List<String> arranged(List<String> row, List<String> from, Set<String> to) {
        return to.stream()
                .map(column -> from.contains(column) ? row.get(from.indexOf(column)) : "")
                .toList();
    }

    private List<String> row(int line, @Nullable Spot spot) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            boolean hostile = spot != null && header.get(i).equals(spot.column());
            cells.add(hostile ? spot.text().text() : honest.get(i).replace("%n", Integer.toString(line)));
        }
        return cells;
    }
}
