package org.filorosso.engine.playbook.io;

import java.time.LocalDate;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;

/** What can only be judged of a playbook as a whole: circles are errors, the rest are warnings. */
final class Checks {
    private final Playbook playbook;
    private final Scope scope;
    private final Tables tables;
    private final LocalDate today;

    Checks(Playbook playbook, Scope scope, Tables tables, LocalDate today) {
        this.playbook = playbook;
        this.scope = scope;
        this.tables = tables;
        this.today = today;
    }

    void check() {
        scope.reads().checkCircles();
        new RequiresCheck(playbook, tables).check();
        new ShadowCheck(playbook, tables).check();
        new SameRowsCheck(playbook, tables).check();
        new EngagementCheck(playbook, tables).check();
        tables.grids().forEach(grid -> tables.of(grid.table()).forEach(this::checkReview));
        // what was refused may be what these would miss
        if (!scope.problems().hasErrors()) {
            new ActionCheck(playbook, tables, today).check();
            playbook.tables().attributes().forEach(this::checkUse);
        }
    }

    private void checkReview(Entry line) {
        LocalDate due = scope.cells().date(line, "review by");
        if (due != null && due.isBefore(today)) {
            String owner = line.has("owner") ? " (owner: " + line.text("owner") + ")" : "";
            line.warn(
                    Code.REVIEW_OVERDUE,
                    "review by",
                    "the row was to be looked at again by " + due + owner,
                    "Maybe it still holds: then give it a new date.");
        }
    }

    private void checkUse(Attribute attribute) {
        boolean owned = attribute.name().equals("products")
                && playbook.catalogue().actions().stream().anyMatch(action -> action.product() != null);
        if (!owned && !scope.reads().used(attribute.slot())) {
            tables.at(Table.ATTRIBUTES.sheet(), attribute.line())
                    .warn(
                            Code.UNUSED_ATTRIBUTE,
                            "name",
                            "no rule, formula or text looks at it",
                            "Maybe drop the row: few good data are better than many.");
        }
    }
}
