package org.filorosso.simulator.report;

import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.simulation.Manifest;

/** What the run was made of, so that it can be made again and doubted in the right place. */
final class Origins {
    private Origins() {}

    static Html of(Study study) {
        Manifest manifest = study.manifest();
        Html html = new Html().element("h2", "What was assumed", "id", "assumptions");
        HtmlTable table = new HtmlTable("What the run was made of", "What", "Value");
        table.row("Command line", "filorosso " + String.join(" ", manifest.command()));
        table.row("Seed", String.valueOf(manifest.seed()));
        table.row("First day and days", manifest.from() + ", " + manifest.days());
        for (Manifest.Tried tried : manifest.playbooks()) {
            table.row("Revision of " + tried.arm(), tried.playbook() + " " + tried.revision());
        }
        table.row("Customers", Wording.whole(manifest.customers()));
        table.row("SHA-256 of the customers", manifest.customersHash());
        table.row("SHA-256 of the world", manifest.worldHash());
        table.row("SHA-256 of the population", manifest.populationHash());
        table.row("Built-in effects of the world", manifest.builtInEffects() ? "yes" : "set to zero");
        table.row("The playbooks' own holdout and arms", manifest.asLive() ? "kept" : "the champion decides for all");
        html.add(table.html());
        arms(html, study);
        html.element(
                "p",
                "The same figures: results.json, arms.csv, customers.csv, days.csv, lift.csv, funnel.csv, actions.csv"
                        + " and, with two arms, changes.json (funnel, actions, moves) beside this page. The same command"
                        + " gives the same bytes.");
        return html;
    }

    private static void arms(Html html, Study study) {
        HtmlTable table = new HtmlTable("What the arms are", "Arm", "What it does");
        for (String arm : study.manifest().arms()) {
            boolean playbook = study.manifest().playbooks().stream()
                    .anyMatch(one -> one.arm().equals(arm));
            table.row(arm, playbook ? "a playbook of yours" : Wording.about(arm));
        }
        html.add(table.html());
    }
}
