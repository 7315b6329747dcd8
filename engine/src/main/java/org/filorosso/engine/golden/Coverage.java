package org.filorosso.engine.golden;

import java.util.List;
import org.filorosso.engine.playbook.io.Code;
import org.filorosso.engine.playbook.io.Problem;

/**
 * Which rows of the conditional tables the golden customers exercise. What exercising means is said at
 * {@link org.filorosso.engine.decide.Trace}; a row of an experiment is exercised by a customer of its variant in a
 * decision that looked at a row that asks for the variant, or whose target the control dropped. A treatment without
 * conditions and dates is a text and not counted: whoever writes it tests it by reading it, and an email text would ask
 * for a golden customer of its own.
 *
 * @param share over all tables
 * @param tables those that have rows, in their canonical order
 */
public record Coverage(Share share, List<TableCoverage> tables) {

    public Coverage {
        tables = List.copyOf(tables);
    }

    static Coverage of(List<TableCoverage> tables) {
        List<RowCoverage> all =
                tables.stream().flatMap(table -> table.rows().stream()).toList();
        return new Coverage(Share.of(all), tables);
    }

    /** The rows that no golden customer exercises, by table and line. */
    public List<RowCoverage> unexercised() {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> !row.exercised())
                .toList();
    }

    /** One warning for each of them. */
    public List<Problem> warnings() {
        return unexercised().stream().map(Coverage::warning).toList();
    }

    private static Problem warning(RowCoverage row) {
        String message = "no golden customer exercises the row " + row.id();
        return Problem.warning(Code.UNEXERCISED_ROW, row.table() + ".csv", row.line(), message)
                .maybe("Maybe write a golden customer for whom the row counts, or delete it.");
    }
}
