package org.filorosso.api.report;

import java.util.concurrent.atomic.AtomicReference;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.review.price.Pricing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the reports, each in one pass. */
@Component
final class Reports {
    private static final int SAMPLE = 300;

    private final LogStore logs;
    private final SubjectStream subjects;
    private final BudgetStore budgets;
    private final ScorecardCount.Sources sources;
    private final AtomicReference<@Nullable Priced> pricing = new AtomicReference<>();

    Reports(
            LogStore logs,
            SubjectStream subjects,
            BudgetStore budgets,
            KnownStore known,
            DecisionRecords records,
            LivePlaybooks playbooks) {
        this.logs = logs;
        this.subjects = subjects;
        this.budgets = budgets;
        this.sources = new ScorecardCount.Sources(records, playbooks, known);
    }

    /** What it takes to price the rules of a revision; takes a while to make, so that the last one is kept. */
    private record Priced(String revision, Pricing pricing) {}

    KpiReport kpis(LivePlaybook live, Period period, Grouping by) {
        KpiCount count = new KpiCount(live.playbook(), period, by);
        subjects.each(live.name(), period.since(Period.SCENE), count::add);
        return count.report(about(live, period, by == Grouping.NONE ? null : by.code()));
    }

    ScorecardReport scorecard(LivePlaybook live, Period period, ScorecardCount.Grouping by, @Nullable String code) {
        ScorecardCount count = new ScorecardCount(live.playbook(), period, by, sources);
        long cut = subjects.each(live.name(), period.since(Period.SCENE), count::add);
        return count.report(about(live, period, code), cut);
    }

    FunnelReport funnel(LivePlaybook live, Period period, Grouping by) {
        About about = about(live, period, by == Grouping.NONE ? null : by.code());
        return new FunnelCount(by, live.playbook().settings().zone()).count(logs, about, period);
    }

    ExperimentReport experiments(LivePlaybook live, Period period) {
        ExperimentCount count = new ExperimentCount(live.playbook(), period);
        subjects.each(live.name(), period.since(Period.SCENE), count::add);
        return count.report(about(live, period, null));
    }

    JourneyReport journeys(LivePlaybook live, Period period) {
        JourneyCount count = new JourneyCount(live.playbook(), period);
        subjects.each(live.name(), period, count::add);
        return count.report(about(live, period, null));
    }

    BudgetReport budgets(LivePlaybook live, Period period) {
        BudgetCount count = new BudgetCount(live.playbook(), period);
        subjects.each(live.name(), period.since(Period.SCENE), count::add);
        return count.report(
                about(live, period, null), budgets.used(live.name()), budgets.committed(live.name(), period));
    }

    RuleReport rules(LivePlaybook live, Period period) {
        RuleSample sample = new RuleSample(live, pricing(live.playbook()));
        sources.records().recent(live.name(), SAMPLE).stream()
                .filter(record -> period.contains(record.at()))
                .forEach(sample::add);
        return sample.report(about(live, period, null));
    }

    private Pricing pricing(Playbook playbook) {
        Priced last = pricing.get();
        if (last == null || !last.revision().equals(playbook.revision())) {
            last = new Priced(playbook.revision(), new Pricing(playbook, DroolsMatcher.of(playbook), ""));
            pricing.set(last);
        }
        return last.pricing();
    }

    private static About about(LivePlaybook live, Period period, @Nullable String by) {
        return new About(live.name(), live.playbook().shortRevision(), period.from(), period.to(), by);
    }
}
