package org.filorosso.api.report;

import java.util.Locale;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.JourneySteps;
import org.filorosso.engine.score.Scope;

/** Counts the beginnings of each step of a journey, and what followed within its window. */
final class JourneyCount {
    private final JourneySteps steps;

    JourneyCount(Playbook playbook, Period period) {
        this.steps = new JourneySteps(playbook, new Scope(period.from(), period.to(), null));
    }

    void add(SubjectRows subject) {
        Period always = new Period(Period.EARLIEST, Period.LATEST);
        steps.add(
                subject.log(),
                subject.taken(always, true).stream()
                        .map(SubjectRows.Acceptance::row)
                        .toList());
    }

    JourneyReport report(About about) {
        return new JourneyReport(
                about, steps.steps().stream().map(JourneyCount::step).toList());
    }

    private static JourneyReport.Step step(JourneySteps.Step counted) {
        Journey row = counted.row();
        return new JourneyReport.Step(
                row.journey(),
                row.step(),
                row.row().id(),
                row.effect().name().toLowerCase(Locale.ROOT),
                row.target().path(),
                !row.row().unconditional(),
                counted.entered(),
                counted.takenUp(),
                counted.completed(),
                counted.open(),
                counted.medianHours());
    }
}
