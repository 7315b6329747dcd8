package org.filorosso.engine.golden;

import java.util.List;
import java.util.Locale;

/**
 * How many of some rows are exercised.
 *
 * @param percent 0..100; 100 of no rows
 */
public record Share(int exercised, int rows, double percent) {

    static Share of(List<RowCoverage> rows) {
        int exercised = (int) rows.stream().filter(RowCoverage::exercised).count();
        return new Share(exercised, rows.size(), rows.isEmpty() ? 100 : 100.0 * exercised / rows.size());
    }

    /** {@code 95% (150 of 158)}; rounded down, so that 100% is all; {@code -} of no rows. */
    @Override
    public String toString() {
        if (rows == 0) {
            return "-";
        }
        return String.format(Locale.ROOT, "%d%% (%d of %d)", (int) Math.floor(percent), exercised, rows);
    }
}
