package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.api.decision.DecisionRecords;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.score.Blanked;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.Known;
import org.filorosso.engine.score.Scope;
import org.filorosso.engine.score.Scoring;
import org.filorosso.engine.score.SubjectLog;

/** Scores the log of a period, a few hundred subjects at a time. */
final class ScorecardCount {
    private static final int AT_ONCE = 200;

    private final Playbook playbook;
    private final Period period;
    private final Grouping by;
    private final Sources sources;
    private final Map<String, Scoring> groups = new TreeMap<>();
    private final List<SubjectRows> waiting = new ArrayList<>();

    /** Where facts come from. */
    record Sources(DecisionRecords records, LivePlaybooks playbooks, KnownStore known) {}

    /** What a scorecard may be for each of. */
    enum Grouping {
        NONE,
        ARM,
        REVISION
    }

    ScorecardCount(Playbook playbook, Period period, Grouping by, Sources sources) {
        this.playbook = playbook;
        this.period = period;
        this.by = by;
        this.sources = sources;
        if (by == Grouping.NONE) {
            groups.put("", scoring(""));
        }
    }

    private String key(Decided decided) {
        return switch (by) {
            case NONE -> "";
            case ARM -> decided.arm();
            case REVISION -> decided.revision();
        };
    }

    private Scoring scoring(String key) {
        return new Scoring(
                playbook,
                new Scope(
                        period.from(),
                        period.to(),
                        by == Grouping.NONE ? null : decided -> key(decided).equals(key)),
                this::blanked);
    }

    /** The same decision without stage and context; empty where its facts are gone. */
    private Optional<Blanked> blanked(Decided logged) {
        try {
            return sources.records().find(logged.interactionId()).map(record -> {
                var again = record.again();
                var engine = sources.playbooks()
                        .revision(record.playbook(), record.revision())
                        .engine();
                var results = engine.decideBlanked(again.subject(), again.request(), again.state())
                        .results();
                return new Blanked(results.isEmpty() ? null : results.get(0).action());
            });
        } catch (Refusal e) {
            // erased, or its revision or counts are no longer kept: left out, and told how many
            return Optional.empty();
        }
    }

    void add(SubjectRows rows) {
        waiting.add(rows);
        if (waiting.size() == AT_ONCE) {
            score();
        }
    }

    private void score() {
        Map<String, Known> known =
                sources.known().of(waiting.stream().map(SubjectRows::id).toList());
        for (SubjectRows rows : waiting) {
            SubjectLog log = rows.log();
            Known person = Objects.requireNonNullElse(known.get(rows.id()), Known.NOTHING);
            SubjectLog whole = new SubjectLog(log.id(), person, log.decisions(), log.responses(), log.events());
            keys(rows).forEach(key -> groups.computeIfAbsent(key, this::scoring).add(whole));
        }
        waiting.clear();
    }

    private TreeSet<String> keys(SubjectRows rows) {
        TreeSet<String> keys = new TreeSet<>();
        if (by == Grouping.NONE) {
            keys.add("");
        }
        rows.decisions(period).forEach(decided -> keys.add(key(decided)));
        return keys;
    }

    /** @param cut subjects that were not read to their end */
    ScorecardReport report(About about, long cut) {
        score();
        Map<String, ScorecardReport.Group> found = new LinkedHashMap<>();
        groups.forEach((key, scoring) ->
                found.put(key, new ScorecardReport.Group(by == Grouping.NONE ? null : key, scoring.scorecard())));
        return new ScorecardReport(about, cut, List.copyOf(found.values()));
    }
}
