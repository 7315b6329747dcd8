package org.filorosso.engine.playbook.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gives the rows of a world other effects, and writes the world as it was typed: ids, order, comments and notes stay. */
public final class WorldWriter {
    private static final String EFFECT = "effect";

    private WorldWriter() {}

    /** The effects as typed, by the line of their row. */
    public static Map<Integer, String> effects(Sheet world) {
        int column = column(world);
        Map<Integer, String> effects = new TreeMap<>();
        world.rows().forEach(row -> effects.put(row.line(), column < 0 ? "" : row.cell(column)));
        return effects;
    }

    /**
     * The same world with other effects.
     *
     * @param effects by the line of the row; rows that are not among them keep theirs
     */
    public static Sheet with(Sheet world, Map<Integer, String> effects) {
        int column = column(world);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < world.lines().size(); i++) {
            Line line = world.lines().get(i);
            String effect = effects.get(line.line());
            boolean row = i > world.headerAt() && line.isData() && column >= 0;
            lines.add(
                    row && effect != null && !line.cell(column).equals(effect) ? changed(line, column, effect) : line);
        }
        return new Sheet(world.table(), world.file(), lines, world.headerAt(), world.form());
    }

    /** The world as the text of a CSV file. */
    public static String text(Sheet world) {
        return new String(TableWriter.write(world), StandardCharsets.UTF_8);
    }

    private static Line changed(Line line, int column, String effect) {
        List<String> cells = new ArrayList<>(line.cells());
        cells.addAll(Collections.nCopies(Math.max(0, column + 1 - cells.size()), ""));
        cells.set(column, effect);
        return new Line(line.line(), cells);
    }

    private static int column(Sheet world) {
        List<String> names = world.header().cells().stream()
                .map(name -> Line.trim(name).toLowerCase(Locale.ROOT))
                .toList();
        return names.indexOf(EFFECT);
    }
}
