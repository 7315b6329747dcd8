package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.report.ArmTables.Changed;
import org.filorosso.simulator.report.ArmTables.Rate;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.frequentist.OneProportion;

/** What decides who is offered what: the factors of the priority, and attributes that should not. */
final class Whys {
    private static final double ALPHA = 0.05;
    /** Under which a group's chance is far from another's: the four-fifths rule (EEOC, 29 CFR 1607.4 D, 1978). */
    private static final double FAR = 0.8;

    private final Study study;
    private final ArmTables tables;

    private Whys(Study study, ArmTables tables) {
        this.study = study;
        this.tables = tables;
    }

    static Html of(Study study, ArmTables tables) {
        Whys whys = new Whys(study, tables);
        return whys.sensitivity().add(whys.bias());
    }

    private List<String> playbooks() {
        return study.manifest().playbooks().stream().map(one -> one.arm()).toList();
    }

    private Html sensitivity() {
        Html html = new Html().element("h2", "Sensitivity", "id", "sensitivity");
        html.element(
                "p",
                "How many winners change when one factor of the priority is left out, of a sample of decisions with a"
                        + " choice, with 95% intervals. A factor that changes nothing decides nothing: it could go. One"
                        + " that changes nearly all of them has to be right.");
        HtmlTable table = new HtmlTable(
                "Winners that change", "Playbook", "Without", "#Decisions", "#Change", "#Share", "#Low", "#High");
        boolean any = false;
        for (String arm : playbooks()) {
            for (Changed one : tables.sensitivity().getOrDefault(arm, List.of())) {
                if (one.decisions() > 0) {
                    any = true;
                    OneProportion share = new OneProportion(one.changed(), one.decisions());
                    Interval interval = share.wilson(ALPHA);
                    table.row(
                            arm,
                            one.factor(),
                            Wording.whole(one.decisions()),
                            Wording.whole(one.changed()),
                            Wording.percent(share.value()),
                            Wording.percent(interval.low()),
                            Wording.percent(interval.high()));
                }
            }
        }
        return any ? html.add(table.html()) : html.element("p", "There was no decision with a choice in the sample.");
    }

    private Html bias() {
        Html html = new Html().element("h2", "Who is offered what", "id", "bias");
        Study.Pair pair = study.pair().orElse(new Study.Pair(study.control(), study.control()));
        List<Rate> rates = tables.rates().getOrDefault(pair.after(), List.of());
        if (rates.isEmpty()) {
            return html.element(
                    "p",
                    "No attribute is marked: --bias age,region tells how often customers of different values are"
                            + " offered each action.");
        }
        html.element(
                "p",
                "Share of customers of each group who are ever offered an action under " + pair.after()
                        + ", with 95% intervals. Least of most: the lowest share as a share of the highest; under 80%,"
                        + " with intervals apart, the groups are treated differently enough to be asked why. A rule"
                        + " that is right, such as a reduced rate for older people, does that, too. All arms are in"
                        + " bias.csv.");
        Set<String> attributes = new LinkedHashSet<>();
        rates.forEach(one -> attributes.add(one.attribute()));
        attributes.forEach(name -> html.add(table(name, rates)));
        return html;
    }

    private static Html table(String attribute, List<Rate> rates) {
        Set<String> groups = new LinkedHashSet<>();
        Map<String, Map<String, Rate>> byAction = new LinkedHashMap<>();
        for (Rate rate : rates) {
            if (rate.attribute().equals(attribute)) {
                groups.add(rate.group());
                byAction.computeIfAbsent(rate.action(), unseen -> new LinkedHashMap<>())
                        .put(rate.group(), rate);
            }
        }
        List<String> headers = new ArrayList<>(List.of("Action"));
        headers.addAll(groups);
        headers.add("#Least of most");
        HtmlTable far = new HtmlTable("Treated differently, by " + attribute, headers);
        HtmlTable all = new HtmlTable("Offered at least once, by " + attribute, headers);
        boolean any = false;
        for (Map.Entry<String, Map<String, Rate>> action : byAction.entrySet()) {
            Compared compared = new Compared();
            List<String> row = new ArrayList<>(List.of(action.getKey()));
            action.getValue().values().forEach(rate -> row.add(compared.cell(rate)));
            row.add(Wording.percent(compared.ratio()));
            all.row(row);
            if (compared.isFar()) {
                any = true;
                far.row(row);
            }
        }
        Html html = new Html().element("h3", "By " + attribute);
        html.add(any ? far.html() : new Html().element("p", "No action is offered differently beyond chance."));
        return html.add(all.folded());
    }

    /** The groups of one action, one after the other. */
    private static final class Compared {
        private double least = 1;
        private double leastHigh = 1;
        private double most;
        private double mostLow;

        String cell(Rate rate) {
            OneProportion share = new OneProportion(rate.offered(), rate.customers());
            Interval interval = share.wilson(ALPHA);
            if (share.value() <= least) {
                least = share.value();
                leastHigh = interval.high();
            }
            if (share.value() >= most) {
                most = share.value();
                mostLow = interval.low();
            }
            return Wording.percent(share.value()) + " (" + Wording.percent(interval.low()) + " to "
                    + Wording.percent(interval.high()) + ")";
        }

        double ratio() {
            return most == 0 ? 1 : least / most;
        }

        boolean isFar() {
            return ratio() < FAR && leastHigh < mostLow;
        }
    }
}
