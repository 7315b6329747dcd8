package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.bayes.Posterior;
import org.filorosso.simulator.stats.compare.ArmReport.Guarded;
import org.filorosso.simulator.stats.compare.ArmReport.Segment;
import org.filorosso.simulator.stats.frequentist.Adjustment;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;
import org.filorosso.simulator.stats.frequentist.SampleRatio;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;

/** Compares arms. */
public final class Comparing {
    private static final int LEAST = 2;

    private final Plan plan;
    private final Totals totals;
    private final List<Metric> metrics;
    private final int control;
    private final Map<Sided, Inference> schools = new EnumMap<>(Sided.class);

    private Comparing(Plan plan, Totals totals) {
        this.plan = plan;
        this.totals = totals;
        this.metrics = totals.metrics();
        this.control = totals.arm(plan.control());
    }

    /**
     * From rows of units.
     *
     * @param read is told after each row
     * @throws FlawException if the file cannot be read or does not fit the plan
     */
    public static ArmReport rows(DataFile file, Layout layout, Plan plan, Flaws flaws, Runnable read)
            throws FlawException {
        return new Comparing(plan, RowTotals.read(file, layout, flaws, read)).report(file);
    }

    /**
     * From aggregates: one row an arm and metric.
     *
     * @param metrics only these; all of the file where empty
     * @throws FlawException if the file cannot be read or does not fit the plan
     */
    public static ArmReport summary(DataFile file, List<Metric> metrics, Plan plan, Flaws flaws) throws FlawException {
        return new Comparing(plan, SummaryTotals.read(file, metrics, plan.control(), flaws)).report(file);
    }

    private ArmReport report(DataFile file) throws FlawException {
        PlanCheck.check(plan, totals, file.name());
        List<Comparison> comparisons = corrected(compared(totals.all()), plan.correction());
        List<Guarded> guardrails = guardrails();
        ArmReport.Srm srm = srm();
        Wording wording = new Wording(plan, totals, srm, comparisons, guardrails);
        return new ArmReport(
                wording.verdict(), wording.warnings(), srm, comparisons, guardrails, segments(), settings());
    }

    private List<Comparison> compared(Slice slice) {
        List<Comparison> comparisons = new ArrayList<>();
        Slice.ArmTotals base = slice.arm(control);
        for (int metric = 0; metric < metrics.size(); metric++) {
            for (int arm : others()) {
                Slice.ArmTotals totalsOfArm = slice.arm(arm);
                if (base != null && totalsOfArm != null) {
                    comparisons.add(
                            comparison(totalsOfArm, base, metric, totals.arms().get(arm)));
                }
            }
        }
        return comparisons;
    }

    private int[] others() {
        return IntStream.range(0, totals.arms().size())
                .filter(arm -> arm != control)
                .boxed()
                .sorted(java.util.Comparator.comparing(arm -> totals.arms().get(arm)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Comparison comparison(Slice.ArmTotals arm, Slice.ArmTotals base, int metric, String name) {
        MetricComparison one = MetricComparison.of(plan, totals, arm, base, metric);
        boolean bayesian = plan.method() == Plan.Method.BAYESIAN;
        Posterior posterior = bayesian ? one.posterior() : null;
        Inference inference = inference(plan.sided());
        double pValue = bayesian ? Double.NaN : one.pValue(inference);
        return new Comparison(
                metrics.get(metric).name(),
                java.util.Objects.requireNonNull(metrics.get(metric).type()).code(),
                name,
                plan.control(),
                arm.units,
                base.units,
                value(arm, metric),
                value(base, metric),
                bayesian ? one.credible(posterior, false) : one.absoluteLift(inference),
                bayesian ? one.credible(posterior, true) : one.relativeLift(inference),
                bayesian ? null : Lift.finite(one.statistic()),
                bayesian ? null : Lift.finite(one.df()),
                Lift.finite(pValue),
                Lift.finite(pValue),
                one.varianceReduction(),
                posterior == null ? null : Lift.finite(posterior.probabilityToBeat()),
                posterior == null ? null : Lift.finite(posterior.expectedLoss()),
                one.pairs());
    }

    private static @org.jspecify.annotations.Nullable Double value(Slice.ArmTotals arm, int metric) {
        return Lift.finite(arm.moments[metric].sum(0) / arm.moments[metric].sum(1));
    }

    private Inference inference(Sided sided) {
        return schools.computeIfAbsent(sided, this::school);
    }

    private Inference school(Sided sided) {
        return switch (plan.method()) {
            case SEQUENTIAL -> new ConfidenceSequence(sided, plan.alpha(), plan.tuning());
            case GROUP_SEQUENTIAL -> plan.looks().inference(units(), sided, plan.alpha());
            default -> new FixedHorizon(sided, plan.alpha());
        };
    }

    private long units() {
        return IntStream.range(0, totals.arms().size())
                .mapToObj(totals.all()::arm)
                .filter(java.util.Objects::nonNull)
                .mapToLong(arm -> arm.units)
                .sum();
    }

    /** Metrics that only guard are not corrected: they are tested the other way round. */
    private List<Comparison> corrected(List<Comparison> comparisons, Adjustment correction) {
        double[] pValues = comparisons.stream()
                .mapToDouble(one -> one.pValue() == null || guardsOnly(one.metric()) ? Double.NaN : one.pValue())
                .toArray();
        double[] adjusted = correction.adjust(pValues);
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> guardsOnly(comparisons.get(i).metric())
                        ? comparisons.get(i)
                        : comparisons.get(i).adjusted(adjusted[i]))
                .toList();
    }

    private boolean guardsOnly(String metric) {
        return !metric.equals(metrics.get(0).name())
                && plan.guardrails().stream()
                        .anyMatch(guardrail -> guardrail.metric().equals(metric));
    }

    private List<Guarded> guardrails() {
        List<Guarded> guarded = new ArrayList<>();
        Slice.ArmTotals base = totals.all().arm(control);
        for (Guardrail guardrail : plan.guardrails()) {
            int metric = IntStream.range(0, metrics.size())
                    .filter(i -> metrics.get(i).name().equals(guardrail.metric()))
                    .findFirst()
                    .orElseThrow();
            for (int arm : others()) {
                Slice.ArmTotals own = totals.all().arm(arm);
                if (own != null && base != null) {
                    MetricComparison one = MetricComparison.of(plan, totals, own, base, metric);
                    guarded.add(guarded(guardrail, totals.arms().get(arm), one));
                }
            }
        }
        return guarded;
    }

    /**
     * Non-inferiority by a one-sided interval: ICH E9, Statistical Principles for Clinical Trials (1998), section 3.3.2. Broken is
     * a margin that even the best that the data allow has passed. Where no pair differs nothing is worse.
     */
    private Guarded guarded(Guardrail guardrail, String arm, MetricComparison one) {
        Measured measured = guardrail.relative() ? one.relative() : one.absolute();
        boolean rise = guardrail.margin() > 0;
        Sided side = MetricComparison.side(guardrail);
        double worst = bound(side, one, measured);
        double best = bound(rise ? Sided.GREATER : Sided.LESS, one, measured);
        double sign = rise ? 1 : -1;
        boolean kept = one.tied() || sign * worst < Math.abs(guardrail.margin());
        boolean broken = sign * best > Math.abs(guardrail.margin());
        Measured beyond =
                new Measured(measured.estimate() - guardrail.margin(), measured.se(), measured.df(), measured.n());
        return new Guarded(
                guardrail.metric(),
                arm,
                guardrail.margin(),
                guardrail.relative(),
                guardrail.sentence(),
                Lift.finite(measured.estimate()),
                Lift.finite(worst),
                Lift.finite(inference(side).pValue(beyond)),
                kept ? "kept" : broken ? "broken" : "not shown");
    }

    private double bound(Sided side, MetricComparison one, Measured measured) {
        Interval interval = one.interval(inference(side), side, measured);
        return side == Sided.LESS ? interval.high() : interval.low();
    }

    private ArmReport.Srm srm() {
        Map<String, Long> counts = new LinkedHashMap<>();
        boolean clusters = totals.isClustered() && others().length > 0 && nothingShared();
        for (int arm = 0; arm < totals.arms().size(); arm++) {
            Slice.ArmTotals own = totals.all().arm(arm);
            if (own != null) {
                counts.put(totals.arms().get(arm), clusters ? own.independent : own.units);
            }
        }
        double[] observed =
                counts.values().stream().mapToDouble(Long::doubleValue).toArray();
        double[] shares = counts.keySet().stream()
                .mapToDouble(arm -> plan.expected().getOrDefault(arm, 1.0))
                .toArray();
        SampleRatio ratio = SampleRatio.of(observed, shares);
        return new ArmReport.Srm(ratio.chiSquare(), ratio.df(), ratio.pValue(), ratio.failed(), counts);
    }

    private boolean nothingShared() {
        return IntStream.range(0, totals.arms().size())
                .mapToObj(totals.all()::arm)
                .allMatch(arm -> arm == null || arm.shared == 0);
    }

    /** Segments are always corrected: without another wish by Benjamini and Hochberg, as is usual for exploring. */
    private List<Segment> segments() {
        Map<Integer, List<Comparison>> perSegment = new LinkedHashMap<>();
        totals.perSegment().entrySet().stream()
                .sorted(java.util.Comparator.comparing(
                        entry -> totals.segments().get(entry.getKey())))
                .forEach(entry -> perSegment.put(entry.getKey(), bigEnough(entry.getValue())));
        List<Comparison> all =
                perSegment.values().stream().flatMap(List::stream).toList();
        List<Comparison> corrected =
                corrected(all, plan.correction() == Adjustment.NONE ? Adjustment.BH : plan.correction());
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (Map.Entry<Integer, List<Comparison>> entry : perSegment.entrySet()) {
            int to = from + entry.getValue().size();
            segments.add(new Segment(totals.segments().get(entry.getKey()), true, corrected.subList(from, to)));
            from = to;
        }
        return segments;
    }

    private List<Comparison> bigEnough(Slice slice) {
        Slice.ArmTotals base = slice.arm(control);
        return base == null || base.independent < LEAST ? List.of() : compared(slice);
    }

    private ArmReport.Settings settings() {
        boolean looks = plan.method() == Plan.Method.GROUP_SEQUENTIAL;
        double[] critical = looks ? plan.looks().at(units(), plan.sided()).critical(plan.alpha()) : new double[0];
        return new ArmReport.Settings(
                plan.method().code(),
                plan.control(),
                plan.alpha(),
                plan.sided().name().toLowerCase(java.util.Locale.ROOT),
                plan.correction().name().toLowerCase(java.util.Locale.ROOT),
                plan.paired(),
                totals.isClustered(),
                looks ? plan.looks().look(units()) : null,
                looks
                        ? IntStream.range(0, critical.length)
                                .mapToObj(i -> critical[i])
                                .toList()
                        : null);
    }
}
