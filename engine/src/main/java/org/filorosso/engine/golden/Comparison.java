package org.filorosso.engine.golden;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.Result;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.io.Expectation;
import org.filorosso.engine.playbook.io.Expectation.Drop;
import org.filorosso.engine.playbook.io.Expectation.Offers;
import org.filorosso.engine.playbook.io.Expectation.Verdict;
import org.jspecify.annotations.Nullable;

/** Holds a decision, made with full explanation, against an expectation. */
final class Comparison {
    private static final String ARM = "Maybe add \"arm: champion\": this customer is in the arm holdout.";

    private final Decision decision;
    private final Whys whys;
    private final List<String> results;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Comparison(Decision decision, ZoneId zone) {
        this.decision = decision;
        this.whys = new Whys(zone);
        this.results = decision.results().stream().map(Result::action).toList();
    }

    /**
     * Everything that ended otherwise, in the order of the expectation's keys.
     *
     * @param zone in which times are shown
     */
    static List<Mismatch> of(Expectation expectation, Decision decision, ZoneId zone) {
        Comparison comparison = new Comparison(decision, zone);
        comparison.compare(expectation);
        return List.copyOf(comparison.mismatches);
    }

    private void compare(Expectation expectation) {
        same("stage", expectation.stage(), decision.stage());
        same("arm", expectation.arm(), decision.arm());
        top(expectation.offers().top());
        results(expectation.offers());
        expectation.offers().includes().forEach(this::include);
        expectation.offers().excludes().forEach(this::exclude);
        expectation.dropped().forEach(this::drop);
        expectation.prices().forEach(this::price);
        noAction(expectation.noAction());
    }

    private void same(String about, @Nullable String expected, String actual) {
        if (expected != null && !expected.equals(actual)) {
            mismatches.add(Mismatch.of(about, expected, actual));
        }
    }

    private void top(@Nullable String expected) {
        List<Result> first = decision.placements().isEmpty()
                ? List.of()
                : decision.placements().get(0).results();
        String actual = first.isEmpty() ? "nothing" : first.get(0).action();
        if (expected != null && !expected.equals(actual)) {
            String empty = first.isEmpty() ? noActionReason() : actual;
            mismatches.add(explained(Mismatch.of("top", expected, empty), expected));
        }
    }

    private String noActionReason() {
        StageCode reason = decision.noActionReason();
        return results.isEmpty() && reason != null ? "nothing: all were gone after " + reason.code() : "nothing";
    }

    private void results(Offers offers) {
        List<String> expected = offers.results();
        if (expected == null || expected.equals(results)) {
            return;
        }
        Mismatch mismatch = Mismatch.of("results", expected.toString(), results.toString());
        mismatches.add(expected.stream()
                .filter(action -> !results.contains(action))
                .findFirst()
                .map(action -> explained(mismatch, action))
                .orElse(mismatch));
    }

    private void include(String action) {
        if (!results.contains(action)) {
            Mismatch mismatch = Mismatch.of("includes", action + " among the results", results.toString());
            mismatches.add(explained(mismatch, action));
        }
    }

    private void exclude(String action) {
        if (results.contains(action)) {
            Mismatch mismatch = Mismatch.of("excludes", action + " not among the results", results.toString());
            mismatches.add(explained(mismatch, action));
        }
    }

    private void drop(String action, Drop expected) {
        Candidate candidate = candidate(action);
        if (candidate == null || !drops(candidate, expected)) {
            String actual = candidate == null ? "no candidate" : Whys.end(candidate);
            Mismatch mismatch = Mismatch.of("dropped", action + " " + shown(expected), actual);
            mismatches.add(because(mismatch, candidate));
        }
    }

    private static boolean drops(Candidate candidate, Drop expected) {
        Why why = candidate.why();
        return !candidate.offered()
                && (expected.stage() == null || expected.stage() == candidate.stage())
                && (expected.rule() == null || (why != null && expected.rule().equals(why.rule())))
                && (expected.verdict() == null || expected.verdict() == verdict(why));
    }

    private static Verdict verdict(@Nullable Why why) {
        FailedTest test = why == null ? null : why.test();
        return test != null && test.unknown() ? Verdict.UNKNOWN : Verdict.FALSE;
    }

    private static String shown(Drop drop) {
        StageCode stage = drop.stage();
        String rule = drop.rule();
        String text = "dropped" + (stage == null ? "" : " at " + stage.code()) + (rule == null ? "" : " by " + rule);
        return drop.verdict() == Verdict.UNKNOWN ? text + " as unknown" : text;
    }

    private void price(String action, BigDecimal expected) {
        Result result = decision.results().stream()
                .filter(one -> one.action().equals(action))
                .findFirst()
                .orElse(null);
        BigDecimal actual = result == null ? null : result.price();
        if (actual != null && actual.compareTo(expected) == 0) {
            return;
        }
        String shown = result == null ? "not in the answer" : actual == null ? "no price" : actual.toPlainString();
        Mismatch mismatch = Mismatch.of("prices", action + " at " + expected.toPlainString(), shown);
        mismatches.add(result == null ? explained(mismatch, action) : mismatch);
    }

    private void noAction(@Nullable Boolean expected) {
        if (expected != null && expected != results.isEmpty()) {
            String wanted = expected ? "an empty answer" : "an answer that is not empty";
            mismatches.add(Mismatch.of("no action", wanted, expected ? results.toString() : noActionReason()));
        }
    }

    /** The mismatch with where {@code action} really ended. */
    private Mismatch explained(Mismatch mismatch, String action) {
        Candidate candidate = candidate(action);
        if (candidate == null) {
            return mismatch;
        }
        String reason = whys.reason(candidate);
        String text = action + " was " + Whys.end(candidate) + (reason == null ? "" : ": " + reason);
        return mismatch.because(text, hint(candidate));
    }

    private Mismatch because(Mismatch mismatch, @Nullable Candidate candidate) {
        return candidate == null ? mismatch : mismatch.because(whys.reason(candidate), hint(candidate));
    }

    private @Nullable String hint(Candidate candidate) {
        boolean assigned = !candidate.offered() && candidate.stage() == StageCode.ASSIGNMENT;
        return assigned && decision.arm().equals("holdout") ? ARM : null;
    }

    private @Nullable Candidate candidate(String action) {
        return decision.candidates().stream()
                .filter(one -> Objects.equals(one.action(), action))
                .findFirst()
                .orElse(null);
    }
}
