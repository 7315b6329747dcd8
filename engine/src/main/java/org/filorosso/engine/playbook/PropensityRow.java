package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Expr;

/**
 * What is believed before anything was observed.
 *
 * @param prior FEEL number, 0..1
 * @param strength weight of the prior in observations, positive
 */
public record PropensityRow(Row row, Target target, Expr prior, double strength) {}
