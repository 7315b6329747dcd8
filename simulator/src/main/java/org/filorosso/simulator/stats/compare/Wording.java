package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.simulator.stats.compare.ArmReport.Guarded;
import org.filorosso.simulator.stats.frequentist.Adjustment;

/** What a comparison says in words: the verdict in one sentence, and what looks wrong. */
final class Wording {
    // fewer units, or fewer successes or failures of a proportion, than normal statistics want
    private static final int FEW_UNITS = 30;
    private static final int FEW_SUCCESSES = 10;
    // a covariate that takes away less of the variance is not worth its column
    private static final double LITTLE = 0.01;
    private static final double PERCENT = 100;

    private final Plan plan;
    private final Totals totals;
    private final ArmReport.Srm srm;
    private final List<Comparison> comparisons;
    private final List<Guarded> guardrails;

    Wording(Plan plan, Totals totals, ArmReport.Srm srm, List<Comparison> comparisons, List<Guarded> guardrails) {
        this.plan = plan;
        this.totals = totals;
        this.srm = srm;
        this.comparisons = comparisons;
        this.guardrails = guardrails;
    }

    /** One sentence about the first metric. */
    String verdict() {
        if (srm.failed() && !plan.paired()) {
            return "Do not read these results: the arms have not the sizes they should have (sample ratio mismatch, "
                    + Numbers.equation(srm.pValue()) + ").";
        }
        String first = totals.metrics().get(0).name();
        List<Comparison> primary =
                comparisons.stream().filter(one -> one.metric().equals(first)).toList();
        String shown = primary.stream()
                .filter(one -> one.shown(plan.alpha()) != 0)
                .map(this::difference)
                .collect(Collectors.joining("; "));
        String few = fewOf(first).isEmpty() ? "" : "Too few to be sure: ";
        return few + (shown.isEmpty() ? nothing(first, primary) : shown) + unguarded() + ".";
    }

    private String difference(Comparison one) {
        boolean above = one.shown(plan.alpha()) > 0;
        return one.arm() + " is " + (above ? "above " : "below ") + one.control() + " in " + one.metric() + " by "
                + Numbers.plain(Math.abs(Numbers.orNaN(one.absolute().lift()))) + relative(one) + ", "
                + interval(one);
    }

    private static String relative(Comparison one) {
        return one.relative().lift() == null
                ? ""
                : " (" + Numbers.percent(Math.abs(one.relative().lift())) + ")";
    }

    private String interval(Comparison one) {
        String kind = plan.method() == Plan.Method.BAYESIAN ? "credible interval" : "interval";
        return Numbers.plain(PERCENT * (1 - plan.alpha())) + "% " + kind + " of the difference "
                + Numbers.range(one.absolute());
    }

    private String nothing(String metric, List<Comparison> primary) {
        String ranges = primary.stream()
                .map(one -> one.arm()
                        + (one.tied()
                                ? ": no difference in any of the " + pairs(one) + " pairs"
                                : ": the data allow " + Numbers.range(one.absolute())))
                .collect(Collectors.joining("; "));
        return "No difference to " + plan.control() + " is shown in " + metric + " (" + ranges + ")";
    }

    private static long pairs(Comparison one) {
        return one.pairs() == null ? one.n() : one.pairs().n();
    }

    private String unguarded() {
        String broken = named("broken");
        String open = named("not shown");
        return (broken.isEmpty() ? "" : "; but it breaks its guardrail: " + broken)
                + (open.isEmpty() ? "" : "; it is not shown to keep its guardrail: " + open);
    }

    private String named(String verdict) {
        return guardrails.stream()
                .filter(one -> one.verdict().equals(verdict))
                .map(one -> one.metric() + " of " + one.arm() + " " + one.allows())
                .collect(Collectors.joining(", "));
    }

    /** What looks wrong, the worst first. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Metric metric : totals.metrics()) {
            warnings.addAll(fewOf(metric.name()));
        }
        if (plan.method() == Plan.Method.FIXED) {
            warnings.add(
                    "Read once, at an end that was fixed before: who stops when it is significant errs more often than "
                            + Numbers.plain(PERCENT * plan.alpha()) + "%. Maybe --method sequential.");
        }
        long tested = comparisons.stream().filter(one -> one.pValue() != null).count();
        if (tested > 1 && plan.correction() == Adjustment.NONE) {
            warnings.add(String.format(
                    Locale.ROOT, "%d comparisons are not corrected for being many. Maybe --correction holm.", tested));
        }
        comparisons.stream()
                .filter(one -> one.relative().lift() == null)
                .forEach(one -> warnings.add("The relative lift of " + one.metric() + " is not available: it is 0 in "
                        + one.control() + "."));
        comparisons.stream()
                .filter(Comparison::tied)
                .forEach(one -> warnings.add(one.metric() + " of " + one.arm() + " is the same as that of "
                        + one.control() + " in each of the " + pairs(one)
                        + " pairs: the difference is 0, there is nothing to test."));
        weakCovariate(warnings);
        warnings.add(
                plan.paired()
                        ? "The same units went through all arms: differences are taken unit by unit."
                        : "The file does not tell whether units were drawn into arms at random: only then is a"
                                + " difference caused by the arm.");
        return warnings;
    }

    private void weakCovariate(List<String> warnings) {
        comparisons.stream()
                .filter(one -> Numbers.orNaN(one.varianceReduction()) < LITTLE)
                .findFirst()
                .ifPresent(one -> warnings.add(
                        "The covariate takes away " + Numbers.plain(PERCENT * Numbers.orNaN(one.varianceReduction()))
                                + "% of the variance of " + one.metric() + " of " + one.arm() + ": it gains nothing."));
    }

    private List<String> fewOf(String metric) {
        List<String> few = new ArrayList<>();
        for (int i = 0; i < totals.metrics().size(); i++) {
            Metric one = totals.metrics().get(i);
            for (int arm = 0; arm < totals.arms().size() && one.name().equals(metric); arm++) {
                few(one, i, arm, few);
            }
        }
        return few;
    }

    private void few(Metric metric, int index, int arm, List<String> few) {
        Slice.ArmTotals own = totals.all().arm(arm);
        if (own == null) {
            return;
        }
        String name = totals.arms().get(arm);
        if (own.independent < FEW_UNITS) {
            few.add(metric.name() + " of " + name + " rests on " + own.independent
                    + (totals.isClustered() ? " clusters" : " units") + " only.");
        } else if (metric.type() == Metric.Type.PROPORTION) {
            double successes = own.moments[index].sum(0);
            double least = Math.min(successes, own.units - successes);
            if (least < FEW_SUCCESSES) {
                few.add(metric.name() + " of " + name + " rests on " + Math.round(least)
                        + (successes <= own.units - successes ? " successes" : " failures") + " only.");
            }
        }
    }
}
