package org.filorosso.engine.match;

import java.util.List;

/**
 * Rows with equal conditions, matched as one rule.
 *
 * @param constraints what must hold, in the order they are tested; empty matches everybody
 * @param rows {@link org.filorosso.engine.playbook.Row#index()} of each
 */
record FoldedRow(List<CellConstraint> constraints, int[] rows) {}
