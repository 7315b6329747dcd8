package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.simulation.Totals.Figure;

/** One row of customers.csv: what became of one customer in one arm. The file is one that {@code compare} reads. */
final class CustomerRow {
    /** How many columns hold texts; they come first. */
    static final int TEXTS = 3;

    private CustomerRow() {}

    /** The columns, in order. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("arm", "id", "stage"));
        for (Figure figure : Figure.values()) {
            columns.add(figure.words());
        }
        columns.addAll(List.of("margin", "converted", "reached", "satisfaction", "left"));
        return columns;
    }

    /** @param stage in which he was at first */
    static void write(CsvText csv, String arm, Member member, String stage) {
        csv.text(arm).text(member.id()).text(stage);
        Totals totals = member.totals;
        for (Figure figure : Figure.values()) {
            csv.number(Figures.of(totals.of(figure)));
        }
        csv.number(Figures.of(totals.margin()))
                .number(totals.of(Figure.ACCEPTED) > 0 ? 1 : 0)
                .number(totals.of(Figure.CONTACTS) > 0 ? 1 : 0)
                .number(Figures.of(member.satisfaction))
                .number(member.gone ? 1 : 0)
                .end();
    }
}
