package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Expr;

/**
 * What weighs more or less.
 *
 * @param lever true: adds to L; false: adds to C
 * @param weight FEEL number as a fraction: 0.2 is +20%
 */
public record Arbitration(Row row, Target target, boolean lever, Expr weight) {}
