package org.filorosso.simulator.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.playbook.io.WorldRow;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A world fitted to a log.
 *
 * @param offers that were looked at
 * @param prior the deviation, in log-odds, that the stated effects are believed to have
 * @param rows of the world, in file order
 * @param notes what was left out, and what to beware of
 */
public record Calibration(long offers, double prior, List<Row> rows, List<String> notes) {
    private static final double SHRUNK = 0.1;
    private static final double NORMAL_95 = 1.959963984540054;

    /**
     * One row of the world.
     *
     * @param before the coefficient that was stated, in log-odds; null where the effect has none
     * @param fitted the new one; null where the row is left as it is
     * @param se standard error of the fitted one; {@code low} and {@code high} are its 95% interval
     * @param trials answers that the row had a say in
     * @param priorShare share of what is known of the coefficient that was stated beforehand, 0..1
     * @param shrunk whether that is a tenth or more
     * @param left why the row is left as it is, or null
     */
    public record Row(
            String id,
            int line,
            List<String> outcomes,
            @Nullable Double before,
            @Nullable Double fitted,
            @Nullable Double se,
            @Nullable Double low,
            @Nullable Double high,
            long trials,
            @Nullable Double priorShare,
            boolean shrunk,
            @Nullable String left) {}

    /**
     * A calibration and the world it makes.
     *
     * @param world the text of a world.csv
     */
    public record Result(Calibration calibration, String world) {}

    /**
     * Fits.
     *
     * @param prior in log-odds, above 0
     * @throws FlawException if a table of the log cannot be read
     */
    public static Result of(LoggedWorld logged, double prior) throws FlawException {
        Model model = logged.model();
        Fitting fitting = new Fitting(model, prior);
        long[] offers = {0};
        Skipped skipped = logged.each(trial -> {
            offers[0] += trial.event() == World.Event.ACCEPTED ? 1 : 0;
            fitting.add(trial);
        });
        Fitted fitted = fitting.fit();
        List<Row> rows = new ArrayList<>();
        double[] coefficients = model.stated();
        for (int i = 0; i < coefficients.length; i++) {
            Row row = row(model, fitted, i);
            rows.add(row);
            coefficients[i] = row.fitted() == null ? coefficients[i] : row.fitted();
        }
        List<String> notes = new ArrayList<>(skipped.notes());
        notes.addAll(notes(fitting, fitted));
        return new Result(new Calibration(offers[0], prior, rows, notes), model.text(coefficients));
    }

    /** What to beware of in a fit. */
    static List<String> notes(Fitting fitting, Fitted fitted) {
        List<String> notes = new ArrayList<>();
        if (fitting.impossible() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d answers happened that no row of the world allows. Maybe a row for everybody is missing.",
                    fitting.impossible()));
        }
        if (!fitted.settled()) {
            notes.add("A regression did not settle; maybe a smaller --prior.");
        }
        return notes;
    }

    private static Row row(Model model, Fitted fitted, int place) {
        WorldRow row = model.world().rows().get(place);
        String obstacle = model.obstacle(place);
        double stated = model.stated(place);
        long trials = fitted.trials()[place];
        if (obstacle != null || trials == 0) {
            return new Row(
                    row.row().id(),
                    row.row().line(),
                    row.outcomes(),
                    obstacle != null && obstacle.startsWith("has no single") ? null : (Double) stated,
                    null,
                    null,
                    null,
                    null,
                    trials,
                    null,
                    false,
                    obstacle == null ? "no data" : obstacle);
        }
        double estimate = fitted.coefficients()[place];
        double se = fitted.errors()[place];
        double share = Math.min(1, Math.pow(se / fitted.deviations()[place], 2));
        return new Row(
                row.row().id(),
                row.row().line(),
                row.outcomes(),
                stated,
                estimate,
                se,
                estimate - NORMAL_95 * se,
                estimate + NORMAL_95 * se,
                trials,
                share,
                share >= SHRUNK,
                null);
    }
}
