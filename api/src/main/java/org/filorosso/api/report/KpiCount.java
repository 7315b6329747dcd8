package org.filorosso.api.report;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.api.report.Grouping.Place;
import org.filorosso.api.report.Report.About;
import org.filorosso.api.report.SubjectRows.Acceptance;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;
import org.jspecify.annotations.Nullable;

/** Counts the totals of a period, subject by subject. */
final class KpiCount {
    private final Playbook playbook;
    private final Period period;
    private final Grouping by;
    private final Map<String, KpiTotals> groups = new TreeMap<>();
    private final Map<String, BigDecimal> costs = new java.util.HashMap<>();

    KpiCount(Playbook playbook, Period period, Grouping by) {
        this.playbook = playbook;
        this.period = period;
        this.by = by;
        playbook.tables().channels().forEach((Channel channel) -> costs.put(channel.name(), channel.cost()));
        if (by == Grouping.NONE) {
            group(Grouping.UNKNOWN);
        }
    }

    private KpiTotals group(String key) {
        return groups.computeIfAbsent(key, unseen -> new KpiTotals(playbook, !by.ofOffers()));
    }

    void add(SubjectRows rows) {
        Set<String> active = new HashSet<>();
        if (!by.ofOffers() || by == Grouping.CHANNEL) {
            for (Decided decided : rows.decisions(period)) {
                active.addAll(by.keys(Place.of(decided, rows), playbook));
            }
        }
        for (Contacted contact : rows.contacts(period)) {
            active.addAll(contact(contact, rows));
        }
        rows.acceptances(period).forEach(this::acceptance);
        active.forEach(key -> group(key).add("customers", 1));
        if (!by.ofOffers()) {
            events(rows);
        }
    }

    /** What a contact costs is shared by all that were shown in it. */
    private Set<String> contact(Contacted contact, SubjectRows rows) {
        Set<String> keys = by.keys(Place.of(contact, rows), playbook);
        double cost = costs.getOrDefault(contact.channel(), BigDecimal.ZERO).doubleValue();
        for (String key : keys) {
            group(key).add("contacts", 1);
            group(key).add("cost", cost / keys.size());
        }
        return keys;
    }

    private void acceptance(Acceptance taken) {
        for (String key : by.keys(Place.of(taken), playbook)) {
            KpiTotals totals = group(key);
            totals.add("acceptances", 1);
            totals.add("value", taken.value());
            totals.add("cost", taken.cost());
        }
    }

    private void events(SubjectRows rows) {
        Set<String> left = new HashSet<>();
        for (Event event : rows.log().events()) {
            if (period.contains(event.at())) {
                String key = key(event, rows);
                group(key).add(event);
                group(key).add("revenue", revenue(event));
                if (event.event().equals("churn") && left.add(key)) {
                    group(key).add("churned", 1);
                }
            }
        }
    }

    /** An event belongs to its day, or to what the subject was when last decided before it. */
    private String key(Event event, SubjectRows rows) {
        if (by == Grouping.NONE || by == Grouping.DAY) {
            Place place = new Place(event.at(), "", List.of(), null, null);
            return by.keys(place, playbook).iterator().next();
        }
        Decided decided = rows.log().latest(event.at());
        return decided == null
                ? Grouping.UNKNOWN
                : by.keys(Place.of(decided, rows), playbook).iterator().next();
    }

    /** What the company counts as purchases: the event of playbook.yaml's {@code value}, else {@code purchase.amount}. */
    private double revenue(Event event) {
        Settings.CustomerValue value = playbook.settings().value();
        String name = value == null ? "purchase" : value.event();
        String field = value == null ? "amount" : value.field();
        return event.event().equals(name) && event.field(field) instanceof BigDecimal amount ? amount.doubleValue() : 0;
    }

    KpiReport report(About about) {
        String language = playbook.settings().defaultLanguage();
        List<KpiReport.Figure> figures = playbook.tables().kpis().stream()
                .map(kpi -> new KpiReport.Figure(
                        kpi.name(),
                        kpi.title().in(language, language),
                        kpi.unit(),
                        kpi.higherIsBetter() ? "higher" : "lower",
                        kpi.goal(),
                        kpi.guardrail(),
                        kpi.owner()))
                .toList();
        List<KpiReport.Result> results = groups.entrySet().stream()
                .map(group -> group.getValue()
                        .result(key(group.getKey()), playbook.tables().kpis()))
                .toList();
        return new KpiReport(about, figures, results);
    }

    private @Nullable String key(String group) {
        return by == Grouping.NONE ? null : group;
    }
}
