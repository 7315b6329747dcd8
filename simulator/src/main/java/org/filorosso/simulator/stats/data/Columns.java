package org.filorosso.simulator.stats.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.jspecify.annotations.Nullable;

/** Some columns of a CSV file, row by row: texts and numbers. Bad rows are skipped and told. Not thread-safe. */
public final class Columns implements AutoCloseable {
    private final DataFile file;
    private final CsvRows rows;
    private final List<String> texts;
    private final List<String> numbers;
    private final int[] textPlaces;
    private final int[] numberPlaces;
    private final String[] textCells;
    private final double[] numberCells;
    private final Flaws flaws;
    private long line;

    private Columns(DataFile file, CsvRows rows, Asked asked, Flaws flaws) throws FlawException {
        this.file = file;
        this.rows = rows;
        this.texts = asked.texts;
        this.numbers = asked.numbers;
        this.flaws = flaws;
        List<Flaw> missing = new ArrayList<>();
        this.textPlaces = places(texts, missing);
        this.numberPlaces = places(numbers, missing);
        this.textCells = new String[texts.size()];
        this.numberCells = new double[numbers.size()];
        if (!missing.isEmpty()) {
            throw new FlawException(missing);
        }
    }

    /**
     * Columns by name.
     *
     * @param texts must not be blank
     * @param numbers must be numbers
     */
    public record Asked(List<String> texts, List<String> numbers) {

        /** With the columns of another list of numbers too. */
        public static Asked of(List<String> texts, List<String> numbers) {
            Set<String> distinct = new LinkedHashSet<>(numbers);
            return new Asked(List.copyOf(texts), List.copyOf(distinct));
        }
    }

    /**
     * Opens a file.
     *
     * @param flaws takes the rows that are skipped
     * @throws FlawException if the file cannot be read, or columns are missing or stand twice: all of them
     */
    public static Columns open(DataFile file, Asked asked, Flaws flaws) throws FlawException {
        CsvRows rows = CsvRows.open(file);
        try {
            return new Columns(file, rows, asked, flaws);
        } catch (FlawException e) {
            rows.close();
            throw e;
        }
    }

    private int[] places(List<String> names, List<Flaw> missing) {
        List<String> header = rows.header();
        int[] places = new int[names.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = header.indexOf(names.get(i));
            if (places[i] < 0) {
                missing.add(new Flaw(
                        file.name(),
                        1,
                        names.get(i),
                        null,
                        "there is no such column",
                        Nearest.maybe(names.get(i), header)));
            } else if (header.lastIndexOf(names.get(i)) != places[i]) {
                missing.add(new Flaw(file.name(), 1, names.get(i), null, "stands twice", "Maybe remove one of them."));
            }
        }
        return places;
    }

    /**
     * Goes to the next good row.
     *
     * @return false at the end
     * @throws FlawException if the file cannot be read on
     */
    public boolean next() throws FlawException {
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            line = row.line();
            List<Flaw> wrong = new ArrayList<>(0);
            read(row, wrong);
            if (wrong.isEmpty()) {
                return true;
            }
            flaws.skip(new FlawException(wrong));
        }
        return false;
    }

    private void read(CsvRows.Row row, List<Flaw> wrong) {
        for (int i = 0; i < textPlaces.length; i++) {
            textCells[i] = row.cell(textPlaces[i]).strip();
            if (textCells[i].isEmpty()) {
                wrong.add(new Flaw(file.name(), line, texts.get(i), null, "is empty", null));
            }
        }
        for (int i = 0; i < numberPlaces.length; i++) {
            String cell = row.cell(numberPlaces[i]);
            numberCells[i] = PlainNumber.of(cell);
            if (Double.isNaN(numberCells[i])) {
                wrong.add(new Flaw(file.name(), line, numbers.get(i), cell, "is no number", hint(cell)));
            }
        }
    }

    private static String hint(String cell) {
        return cell.isBlank() ? "Maybe 0." : "Maybe 12.5, with a point and without thousands.";
    }

    /** Tells that the row is bad, whatever the columns hold. */
    public void skip(String column, @Nullable String value, String message, @Nullable String hint) {
        flaws.skip(new FlawException(new Flaw(file.name(), line, column, value, message, hint)));
    }

    /** The text of a column, in the order asked. */
    public String text(int column) {
        return textCells[column];
    }

    /** The number of a column. */
    public double number(int column) {
        return numberCells[column];
    }

    /** The place of a column among the texts. */
    public int textPlace(String column) {
        return texts.indexOf(column);
    }

    /** The place of a column among the numbers. */
    public int place(String column) {
        return numbers.indexOf(column);
    }

    @Override
    public void close() throws FlawException {
        rows.close();
    }
}
