package org.filorosso.simulator.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one arm has brought above another up to the end of a day, customer by customer, as {@link Verdict} compares them in the
 * end: under common random numbers each customer is his own control.
 *
 * @param mean of the differences in margin, money per customer
 * @param se its standard error over the customers; 0 where no customer differs, or there is only one
 */
public record PairedDay(double mean, double se) {
    private static final int CELLS = 3;

    /**
     * Every day of a simulation, from the files of two of its arms.
     *
     * @param customers in each arm, at least 1
     * @throws IOException if a file cannot be read
     */
    public static List<PairedDay> of(Path folder, String arm, String control, long customers, int days)
            throws IOException {
        List<PairedDay> paired = new ArrayList<>(days);
        double[] differences = new double[Math.toIntExact(customers)];
        try (BufferedReader own = Results.part(folder, arm, Simulation.MARGINS);
                BufferedReader theirs = Results.part(folder, control, Simulation.MARGINS)) {
            Margins one = new Margins(own, differences.length);
            Margins other = new Margins(theirs, differences.length);
            for (int day = 0; day < days; day++) {
                one.upTo(day);
                other.upTo(day);
                for (int i = 0; i < differences.length; i++) {
                    differences[i] = one.soFar[i] - other.soFar[i];
                }
                paired.add(of(differences));
            }
        }
        return paired;
    }

    private static PairedDay of(double... differences) {
        int n = differences.length;
        double sum = 0;
        for (double difference : differences) {
            sum += difference;
        }
        double mean = sum / n;
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return new PairedDay(mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n));
    }

    /** The day, the customer, and what he has brought so far: a row whenever that is another than the day before. */
    static String row(int day, int customer, double margin) {
        return day + "," + customer + "," + Figures.of(margin).toPlainString() + "\n";
    }

    /** What each customer of an arm has brought, as far as the file was read. */
    private static final class Margins {
        private final BufferedReader reader;
        private final double[] soFar;
        private @Nullable String next;

        Margins(BufferedReader reader, int customers) throws IOException {
            this.reader = reader;
            this.soFar = new double[customers];
            this.next = reader.readLine();
        }

        void upTo(int day) throws IOException {
            for (String row = next; row != null; row = next) {
                String[] cells = row.split(",", CELLS);
                if (Integer.parseInt(cells[0]) > day) {
                    return;
                }
                soFar[Integer.parseInt(cells[1])] = Double.parseDouble(cells[2]);
                next = reader.readLine();
            }
        }
    }
}
