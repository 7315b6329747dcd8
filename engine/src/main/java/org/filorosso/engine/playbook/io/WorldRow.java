package org.filorosso.engine.playbook.io;

import java.util.List;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;

/**
 * A row of world.csv: what moves the log-odds of an outcome among simulated customers. The engine never sees it.
 *
 * @param row its conditions, which may look at hidden traits
 * @param target the actions it is about; of an outcome that is about no action, whatever it says
 * @param outcomes of {@link #OUTCOMES}, at least one
 * @param effect FEEL number that is added to the log-odds; a missing one adds nothing
 */
public record WorldRow(Row row, Target target, List<String> outcomes, Expr effect) {

    /** What a world may say: responses to a contact, what becomes of a promise, and what customers do unasked. */
    public static final List<String> OUTCOMES =
            List.of("accepted", "later", "rejected", "clicked", "fulfilled", "opt-out", "churn");

    /** A row with its own copy of the outcomes. */
    public WorldRow {
        outcomes = List.copyOf(outcomes);
    }
}
