package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;

/**
 * One of the few figures that all teams share.
 *
 * @param formula FEEL number over a period's totals
 * @param totals the slots of the totals that the formula reads: {@code acceptances}, {@code value} ..., and for every
 *     event a record with its {@code count} and the sums of its numbers
 * @param goal where it should be, as typed in canonical form, or empty
 * @param guardrail how far it may get worse, or empty
 */
public record Kpi(
        String name,
        Playbook.Texts title,
        Expr formula,
        Names totals,
        String unit,
        boolean higherIsBetter,
        String goal,
        String guardrail,
        String owner) {}
