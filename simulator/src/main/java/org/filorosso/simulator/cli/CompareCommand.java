package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.compare.ArmReport;
import org.filorosso.simulator.stats.compare.ArmText;
import org.filorosso.simulator.stats.compare.Comparing;
import org.filorosso.simulator.stats.compare.Guardrail;
import org.filorosso.simulator.stats.compare.Layout;
import org.filorosso.simulator.stats.compare.LookPlan;
import org.filorosso.simulator.stats.compare.Metric;
import org.filorosso.simulator.stats.compare.Plan;
import org.filorosso.simulator.stats.data.PlainNumber;
import org.filorosso.simulator.stats.frequentist.Adjustment;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.filorosso.simulator.stats.sequential.Boundary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares the arms of a test. */
@Command(
        name = "compare",
        description = "Compares arms of a test: sample ratio first, then per metric the difference to the control with"
                + " interval and p-value, guardrails and segments; from rows of units or from aggregates.")
final class CompareCommand implements Callable<Integer> {
    private final Filorosso root;
    private long counted;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    /** Rows or aggregates. */
    private static final class Source {
        @Option(names = "--data", paramLabel = "FILE", description = "CSV of any size: a row a unit, or see --unit.")
        private @Nullable Path data;

        @Option(
                names = "--summary",
                paramLabel = "FILE",
                description = "CSV of aggregates, a row an arm and metric: arm, metric, type, n, sum, sumSquares; of a"
                        + " ratio denominatorSum, denominatorSumSquares, sumProducts; of a covariate covariateSum,"
                        + " covariateSumSquares, covariateProducts (a ratio's: covariateDenominatorProducts too).")
        private @Nullable Path summary;
    }

    @Option(names = "--arm", paramLabel = "COL", description = "Column of the arm. Needed with --data.")
    private @Nullable String arm;

    @Option(names = "--control", required = true, paramLabel = "NAME", description = "The arm to compare others with.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String control;

    @Option(
            names = "--metric",
            paramLabel = "NAME[:proportion|mean]|NUM/DEN:ratio",
            description = "Repeat for more; the first is the one that decides. Without a type, values of 0 and 1 are a"
                    + " proportion. Needed with --data.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--unit",
            paramLabel = "COL",
            description = "Column of the unit of assignment: its rows are added up. Without it, a row is a unit.")
    private @Nullable String unit;

    @Option(
            names = "--cluster",
            paramLabel = "COL",
            description = "Column of what is independent, such as household or subject, where units are not.")
    private @Nullable String cluster;

    @Option(names = "--segment", paramLabel = "COL", description = "Split by this column too: exploratory.")
    private @Nullable String segment;

    @Option(
            names = "--covariate",
            paramLabel = "COL",
            description = "A number known before the test, to take away variance (CUPED).")
    private @Nullable String covariate;

    @Option(names = "--paired", description = "Each unit went through all arms, as under common random numbers.")
    private boolean paired;

    @Option(names = "--alpha", paramLabel = "SHARE", description = "Share of errors. Default: ${DEFAULT-VALUE}.")
    private double alpha = 0.05;

    @Option(
            names = "--sided",
            paramLabel = "SIDE",
            description = "${COMPLETION-CANDIDATES}. Default: two.",
            defaultValue = "two")
    private Sided sided = Sided.TWO;

    @Option(
            names = "--interval",
            paramLabel = "KIND",
            description = "Of proportions: ${COMPLETION-CANDIDATES}. Default: newcombe.",
            defaultValue = "newcombe")
    private TwoProportions.Method interval = TwoProportions.Method.NEWCOMBE;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "fixed (default), sequential (always valid), group-sequential, bayesian.")
    private String method = Plan.Method.FIXED.code();

    @Option(
            names = "--tuning",
            paramLabel = "N",
            description = "Units at which the sequential interval is narrowest. Default: ${DEFAULT-VALUE}.")
    private double tuning = 5000;

    @Option(
            names = "--looks",
            split = ",",
            paramLabel = "N",
            description = "Planned looks: shares of the planned information (0.25,0.5,0.75,1), or units of all arms"
                    + " (1000,2000,4000).")
    private List<String> looks = new ArrayList<>();

    @Option(
            names = "--look",
            paramLabel = "N",
            description = "Which look this is, from 1. Default: of shares the last, of units the last reached.")
    private @Nullable Integer look;

    @Option(
            names = "--boundary",
            paramLabel = "KIND",
            description = "spending-obrien-fleming (default), spending-pocock, spending-power (alpha t^2),"
                    + " obrien-fleming, pocock.")
    private String boundary = "spending-obrien-fleming";

    @Option(
            names = "--correction",
            paramLabel = "KIND",
            description = "Over metrics and arms: ${COMPLETION-CANDIDATES}. Default: none.",
            defaultValue = "none")
    private Adjustment correction = Adjustment.NONE;

    @Option(
            names = "--guardrail",
            paramLabel = "NAME:MARGIN",
            description =
                    "A metric that must not get worse: churn:0.01 may rise by at most 0.01, revenue:-0.5 may fall by"
                            + " at most 0.5, revenue:-5%% by at most 5%%. Repeat for more.")
    private List<String> guardrails = new ArrayList<>();

    @Option(
            names = "--expected",
            paramLabel = "ARM=SHARE,...",
            description = "Shares that the arms should have. Default: equal.")
    private @Nullable String expected;

    @Mixin
    private OutputOptions output = new OutputOptions();

    CompareCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Plan plan = plan();
        Flaws flaws = new Flaws();
        Progress progress = Progress.of(root);
        try (Output out = output.open(root.terminal())) {
            ArmReport report = report(plan, flaws, progress);
            progress.clear();
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> ArmText.of(report);
                        case JSON -> ReviewJson.of(report);
                        case CSV -> ArmText.csv(report);
                    });
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private ArmReport report(Plan plan, Flaws flaws, Progress progress) throws FlawException {
        if (source.summary != null) {
            rowsOnly();
            return Comparing.summary(DataFile.of(source.summary), metrics(), plan, flaws);
        }
        DataFile file = DataFile.of(java.util.Objects.requireNonNull(source.data));
        return Comparing.rows(file, layout(), plan, flaws, () -> progress.show(file.fraction(), ++counted));
    }

    /** Options that would do nothing with aggregates are refused, for the numbers would not be what was asked for. */
    private void rowsOnly() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("--unit", unit == null ? "" : unit);
        given.put("--cluster", cluster == null ? "" : cluster);
        given.put("--segment", segment == null ? "" : segment);
        given.put("--covariate", covariate == null ? "" : covariate);
        given.put("--paired", paired ? "yes" : "");
        given.forEach((option, value) -> {
            if (!value.equals("")) {
                throw wrong("Option '" + option + "' needs rows. Maybe --data instead of --summary.");
            }
        });
    }

    private Layout layout() {
        if (arm == null) {
            throw wrong("Missing required option: '--arm=COL'");
        }
        if (metrics().isEmpty()) {
            throw wrong("Missing required option: '--metric=NAME'");
        }
        if (paired && unit == null) {
            throw wrong("Option '--paired' needs '--unit=COL', which tells what belongs together");
        }
        return new Layout(arm, control, metrics(), unit, cluster, segment, covariate, paired);
    }

    /** The metrics asked for, and those that only guard. */
    private List<Metric> metrics() {
        List<Metric> read = new ArrayList<>();
        metrics.forEach(text -> read.add(read("--metric", () -> Metric.of(text))));
        for (Guardrail guardrail : guardrails()) {
            boolean known = read.stream().anyMatch(metric -> metric.name().equals(guardrail.metric()));
            if (!known && !(source.summary != null && read.isEmpty())) {
                read.add(Metric.of(guardrail.metric()));
            }
        }
        if (new LinkedHashSet<>(read.stream().map(Metric::name).toList()).size() < read.size()) {
            throw wrong("Option '--metric': the same metric stands twice");
        }
        return read;
    }

    private List<Guardrail> guardrails() {
        return guardrails.stream()
                .map(text -> read("--guardrail", () -> Guardrail.of(text)))
                .toList();
    }

    private Plan plan() {
        Choices choices = new Choices(spec);
        if (!(alpha > 0 && alpha < 1)) {
            throw wrong("Option '--alpha': " + alpha + " is not between 0 and 1");
        }
        if (!(tuning > 0 && tuning < Double.MAX_VALUE)) {
            throw wrong("Option '--tuning': " + tuning + " is not above 0");
        }
        Plan.Method school = choices.of("--method", method, Plan.Method.class);
        if (school == Plan.Method.BAYESIAN && sided != Sided.TWO) {
            throw wrong("Option '--sided': a credible interval has two sides. The probability to beat is one-sided.");
        }
        return new Plan(
                control,
                alpha,
                sided,
                school,
                interval,
                tuning,
                lookPlan(school, choices.of("--boundary", boundary, Boundary.class)),
                correction,
                guardrails(),
                shares(),
                paired);
    }

    private LookPlan lookPlan(Plan.Method school, Boundary kind) {
        if (school != Plan.Method.GROUP_SEQUENTIAL) {
            return new LookPlan(kind, List.of(1.0), null);
        }
        List<Double> planned = looks.stream().map(PlainNumber::of).toList();
        double before = 0;
        for (double one : planned) {
            if (!(one > before)) {
                throw wrong("Option '--looks': " + String.join(",", looks) + " does not rise from look to look");
            }
            before = one;
        }
        if (planned.isEmpty() || before < 1) {
            throw wrong("Option '--looks': the planned looks are needed, the last is all."
                    + " Maybe 0.25,0.5,0.75,1 or 1000,2000,4000");
        }
        Integer now = look;
        if (now != null && (now < 1 || now > planned.size())) {
            throw wrong("Option '--look': " + now + " is not between 1 and " + planned.size());
        }
        return new LookPlan(kind, planned, now);
    }

    private Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        String text = expected;
        if (text == null) {
            return shares;
        }
        for (String part : text.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            double share = equals < 0 ? Double.NaN : PlainNumber.of(part.substring(equals + 1));
            if (!(share > 0) || shares.put(part.substring(0, equals).strip(), share) != null) {
                throw wrong("Option '--expected': \"" + part + "\" is no arm with a share. Maybe control=0.5,new=0.5");
            }
        }
        return shares;
    }

    private <T> T read(String option, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw wrong("Option '" + option + "': " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
