package org.filorosso.simulator.log;

import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Factors;
import org.jspecify.annotations.Nullable;

/** The candidates of one explained decision as CSV. */
public final class CandidateCsv {
    private CandidateCsv() {}

    /** A header and a row for each candidate. */
    public static String of(Decision decision, Privacy privacy) {
        CsvText csv = new CsvText();
        csv.row(
                "id",
                "action",
                "issue",
                "group",
                "outcome",
                "stage",
                "rank",
                "rule",
                "source",
                "column",
                "expected",
                "actual",
                "verdict",
                "missing",
                "reason",
                "priority",
                "propensity",
                "contextWeight",
                "value",
                "lever");
        decision.candidates().forEach(candidate -> row(csv, decision, candidate, privacy));
        return csv.toString();
    }

    private static void row(CsvText csv, Decision decision, Candidate candidate, Privacy privacy) {
        Candidate.Why why = candidate.why();
        csv.text(decision.subjectId())
                .text(candidate.action())
                .text(candidate.issue())
                .text(candidate.group())
                .text(candidate.offered() ? "offered" : "dropped")
                .text(candidate.stage().code())
                .number(candidate.offered() ? candidate.rank() : null)
                .text(why == null ? "" : why.rule())
                .text(why == null ? "" : why.source());
        test(csv, why == null ? null : why.test(), privacy);
        csv.text(why == null ? "" : why.reason()).number(candidate.priority());
        factors(csv, candidate.factors());
        csv.end();
    }

    private static void test(CsvText csv, Candidate.@Nullable FailedTest test, Privacy privacy) {
        if (test == null) {
            csv.text("").text("").text("").text("").text("");
            return;
        }
        Object actual = test.actual();
        String shown = actual == null ? "" : privacy.hides(test.column()) ? Privacy.HIDDEN : actual.toString();
        csv.text(test.column())
                .text(test.expected())
                .text(shown)
                .text(test.unknown() ? "unknown" : "false")
                .text(test.missing());
    }

    private static void factors(CsvText csv, @Nullable Factors factors) {
        if (factors == null) {
            csv.text("").text("").text("").text("");
            return;
        }
        csv.number(factors.propensity())
                .number(factors.contextWeight())
                .number(factors.value())
                .number(factors.lever());
    }
}
