package org.filorosso.api.report;

import static org.filorosso.api.report.PlantedHistory.result;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.filorosso.api.report.PlantedHistory.Said;
import org.filorosso.api.report.PlantedHistory.Scene;
import org.filorosso.api.report.Report.About;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;

/**
 * A March of a small shop, small enough to count by hand. Anna takes giga by e-mail, comes back on the phone and takes
 * fibre; Bea is in the control of the wording test, is offered to stay and refuses; Cleo is sent giga, and nobody tells what
 * became of it; Dino is held out and buys fibre by himself; Elsa comes in April.
 */
final class ShopHistory {
    static final Period MARCH =
            new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
    static final About ABOUT = new About("shop", "abcdef012345", MARCH.from(), MARCH.to(), null);
    static final Playbook PLAYBOOK = PlaybookReader.read(
                    Path.of("src", "test", "resources", "report", "shop"), LocalDate.of(2026, 3, 1))
            .orThrow();

    private ShopHistory() {}

    static Database in(Database database) {
        PlantedHistory history = new PlantedHistory(database, "shop");
        anna(history);
        others(history);
        events(history);
        money(database);
        return database;
    }

    private static Scene at(String interaction, String day, String subject, String channel) {
        String direction = channel.equals("phone") ? "inbound" : "outbound";
        return new Scene(interaction, "2026-" + day + "T10:00:00Z", subject, channel, direction);
    }

    private static Said said(String arm, String variants, String stages) {
        return new Said(arm, variants, "any", stages, stages.contains(",0]") ? "assignment" : null);
    }

    private static void anna(PlantedHistory history) {
        history.decision(
                        at("d1", "03-01", "anna", "email"),
                        said("champion", "wording=A", "{\"eligibility\":[4,3],\"arbitration\":[3,2]}"),
                        result(1, "giga", "Grow/Data", 0.5, 10, 2),
                        result(2, "save", "Retain/Save", 0.25, 15, 6))
                .response(at("d1", "03-01", "anna", "email"), "giga", "presented")
                .response(at("d1", "03-01", "anna", "email"), "save", "presented")
                .response(at("d1", "03-02", "anna", "email"), "giga", "accepted")
                .decision(
                        at("d2", "03-05", "anna", "phone"),
                        said("champion", "", "{\"eligibility\":[4,2],\"arbitration\":[2,1]}"),
                        result(1, "fibre", "Grow/Lines", 0.5, 20, 5))
                .response(at("d2", "03-05", "anna", "phone"), "fibre", "presented")
                .response(at("d2", "03-06", "anna", "phone"), "fibre", "accepted", "18", null)
                // a later acceptance that was taken back counts nowhere
                .response(at("d2", "03-07", "anna", "phone"), "help", "accepted")
                .response(at("d2", "03-08", "anna", "phone"), "help", "reversed");
    }

    private static void others(PlantedHistory history) {
        history.decision(
                        at("d3", "03-02", "bea", "email"),
                        said("champion", "wording=control", "{\"assignment\":[4,3],\"eligibility\":[3,1]}"),
                        result(1, "save", "Retain/Save", 0.25, 15, 6))
                .response(at("d3", "03-02", "bea", "email"), "save", "presented")
                .response(at("d3", "03-03", "bea", "email"), "save", "rejected")
                .decision(
                        at("d4", "03-03", "cleo", "email"),
                        said("challenger", "wording=A", "{}"),
                        result(1, "giga", "Grow/Data", 0.5, 10, 2))
                .decision(at("d5", "03-04", "dino", "email"), said("holdout", "", "{\"assignment\":[4,0]}"))
                .decision(
                        at("d6", "04-02", "elsa", "email"),
                        said("champion", "wording=A", "{}"),
                        result(1, "giga", "Grow/Data", 0.5, 10, 2))
                .response(at("d6", "04-03", "elsa", "email"), "giga", "accepted");
    }

    private static void events(PlantedHistory history) {
        history.event("anna", "2026-03-07T10:00:00Z", "bill", "b1", "{\"amount\": 24.5}")
                .event("bea", "2026-04-05T10:00:00Z", "bill", "b2", "{\"amount\": 99}")
                .event("anna", "2026-03-08T10:00:00Z", "survey", "s1", "{\"score\": 10}")
                .event("bea", "2026-03-08T10:00:00Z", "survey", "s2", "{\"score\": 3}")
                .event("bea", "2026-03-09T10:00:00Z", "opt-out", "o1", "{\"purpose\": \"marketing\"}")
                .event("dino", "2026-03-10T10:00:00Z", "purchase", "p1", "{\"product\": \"fibre\", \"amount\": 30}")
                .event("cleo", "2026-03-20T10:00:00Z", "churn", "c1", "{}");
    }

    /** 12 of B1 used, 5 of them only held by a quote; 9.50 of B2. */
    private static void money(Database database) {
        counter(database, "budget/B1", "2026-03", "12");
        counter(database, "budget/B2", "all", "9.5");
        database.sql()
                .sql("insert into quote (subject_id, action, interaction_id, playbook, price, cost, channel, at, until,"
                        + " reserved, held) values ('anna', 'giga', 'd1', 'shop', 7, 5, 'email', ?, ?, true, ?)")
                .params(
                        Scene.time("2026-03-20T10:00:00Z"),
                        Scene.time("2026-04-20T10:00:00Z"),
                        "[[\"acceptances/giga\",\"all\",1],[\"budget/B1\",\"2026-03\",5]]")
                .update();
    }

    private static void counter(Database database, String name, String period, String used) {
        database.sql()
                .sql("insert into counter (playbook, name, period, used) values ('shop', ?, ?, ?)")
                .params(name, period, new BigDecimal(used))
                .update();
    }
}
