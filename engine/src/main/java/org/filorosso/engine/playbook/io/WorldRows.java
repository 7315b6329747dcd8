package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Target;

/** Reads world.csv. Its rows are matched where those of arbitration.csv are: both add up numbers per action. */
final class WorldRows {
    private final Scope scope;
    private final List<WorldRow> rows = new ArrayList<>();

    WorldRows(Scope scope) {
        this.scope = scope;
    }

    /** The rows in file order; each is also among {@link #rows()}. */
    List<Arbitration> read(List<Entry> lines) {
        return lines.stream().map(this::read).toList();
    }

    List<WorldRow> rows() {
        return rows;
    }

    private Arbitration read(Entry line) {
        line.need("effect");
        Expr effect = scope.formulas().number(line, "effect", Bounds.FINITE);
        WorldRow row = new WorldRow(
                scope.rows().read(line),
                scope.references().target(line, "target"),
                outcomes(line),
                effect == null ? Scope.ZERO : effect);
        rows.add(row);
        if (row.outcomes().contains("churn") && row.target().level() != Target.Level.ALL) {
            line.error(Code.NEEDLESS_CELL, "target", "who leaves does not answer to an action", "Maybe *.");
        }
        return new Arbitration(row.row(), row.target(), false, row.effect());
    }

    private static List<String> outcomes(Entry line) {
        line.need("outcome");
        List<String> outcomes = new ArrayList<>();
        for (String word : line.parts("outcome")) {
            String outcome = word.toLowerCase(Locale.ROOT);
            if (WorldRow.OUTCOMES.contains(outcome)) {
                outcomes.add(outcome);
            } else {
                line.noChoice("outcome", word, WorldRow.OUTCOMES);
            }
        }
        return outcomes;
    }
}
