package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Expr;

/** One of the few figures that all teams share; {@code formula} is a FEEL number over a period's totals. */
public record Kpi(
        String name,
        Playbook.Texts title,
        Expr formula,
        String unit,
        boolean higherIsBetter,
        String goal,
        String guardrail,
        String owner) {}
