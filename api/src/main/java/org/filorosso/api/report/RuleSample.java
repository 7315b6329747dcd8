package org.filorosso.api.report;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.api.decision.DecisionRecord;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.report.Report.About;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Trace;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.filorosso.simulator.review.price.PriceList;
import org.filorosso.simulator.review.price.PriceTag;
import org.filorosso.simulator.review.price.Pricing;
import org.filorosso.simulator.run.Decided;

/** Decides a sample of decisions again, and counts what each rule did in it. */
final class RuleSample {
    private final LivePlaybook live;
    private final Pricing.Tally prices;
    private final Map<String, long[]> counts = new HashMap<>();
    private long leftOut;

    RuleSample(LivePlaybook live, Pricing pricing) {
        this.live = live;
        this.prices = pricing.tally();
    }

    void add(DecisionRecord record) {
        try {
            Decided decided = record.again();
            Request explained = explained(decided.request(), Explain.SUMMARY);
            count(live.engine().trace(decided.subject(), explained, decided.state()));
            prices.add(decided.subject(), explained, explained(decided.request(), Explain.NONE), decided.state());
        } catch (Refusal e) {
            // erased, or its revision or counts are no longer kept
            leftOut++;
        }
    }

    /** The same request with another explanation. */
    static Request explained(Request request, Explain explain) {
        return new Request(
                request.interactionId(),
                request.at(),
                request.channel(),
                request.direction(),
                request.placements(),
                request.contexts(),
                request.language(),
                explain);
    }

    private void count(Trace trace) {
        BitSet matched = trace.matched();
        rows(live.playbook()).filter(row -> matched.get(row.index())).forEach(row -> of(row.source())[0]++);
        for (Candidate candidate : trace.decision().candidates()) {
            Candidate.Why why = candidate.why();
            if (!candidate.offered() && why != null) {
                of(why.source())[1]++;
            }
        }
    }

    private long[] of(String source) {
        return counts.computeIfAbsent(source, unseen -> new long[2]);
    }

    private static Stream<Row> rows(Playbook playbook) {
        Playbook.Tables tables = playbook.tables();
        return Stream.of(
                        tables.engagement().stream().map(one -> one.row()),
                        tables.contactPolicy().stream().map(one -> one.row()),
                        tables.arbitration().stream().map(one -> one.row()),
                        tables.coherence().stream().map(one -> one.row()),
                        tables.journeys().stream().map(one -> one.row()))
                .flatMap(rows -> rows);
    }

    RuleReport report(About about) {
        PriceList list = prices.list();
        List<RuleReport.Rule> rules = list.tags().stream().map(this::rule).toList();
        return new RuleReport(about, list.customers(), leftOut, list.priority(), list.contacts(), rules);
    }

    private RuleReport.Rule rule(PriceTag tag) {
        long[] own = counts.getOrDefault(tag.source(), new long[2]);
        return new RuleReport.Rule(
                tag.table(),
                tag.rule(),
                tag.source(),
                tag.reason(),
                own[0],
                own[1],
                tag.changed(),
                tag.priority(),
                tag.contacts());
    }
}
