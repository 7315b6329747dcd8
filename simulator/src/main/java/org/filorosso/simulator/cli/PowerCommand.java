package org.filorosso.simulator.cli;

import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.compare.Numbers;
import org.filorosso.simulator.stats.power.Design;
import org.filorosso.simulator.stats.power.MeanPower;
import org.filorosso.simulator.stats.power.Power;
import org.filorosso.simulator.stats.power.ProportionPower;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans the size of a test. */
@Command(
        name = "power",
        description = "Sample size, power, smallest effect that can be found, and days: give two of --n, --power and"
                + " --effect, and the third is found (--power is 0.8 where nothing is said).")
final class PowerCommand implements Callable<Integer> {
    private static final double USUAL = 0.8;

    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--metric", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kind metric;

    /** Kinds of metrics. */
    private enum Kind {
        PROPORTION,
        MEAN
    }

    @Option(
            names = "--baseline",
            paramLabel = "X",
            description = "The control's value. Needed for a proportion; of a mean it only serves the relative effect.")
    private @Nullable Double baseline;

    @Option(names = "--effect", paramLabel = "X", description = "Absolute difference to find, such as 0.01 or -0.01.")
    private @Nullable Double effect;

    @Option(names = "--sd", paramLabel = "X", description = "Deviation between units. Needed for a mean.")
    private @Nullable Double sd;

    @Option(names = "--alpha", paramLabel = "SHARE", description = "Share of errors. Default: ${DEFAULT-VALUE}.")
    private double alpha = 0.05;

    @Option(names = "--sided", paramLabel = "SIDE", description = "${COMPLETION-CANDIDATES}.", defaultValue = "two")
    private Sided sided = Sided.TWO;

    @Option(names = "--power", paramLabel = "SHARE", description = "Chance to find the effect.")
    private @Nullable Double power;

    @Option(names = "--n", paramLabel = "N", description = "Units of the control.")
    private @Nullable Long n;

    @Option(
            names = "--ratio",
            paramLabel = "X",
            description = "Units of an arm for each of the control: 49 is a holdout of 2%%. Default: 1.")
    private double ratio = 1;

    @Option(
            names = "--arms",
            paramLabel = "N",
            description = "Arms with the control. More than 2 share alpha out (Bonferroni). Default: 2.")
    private int arms = 2;

    @Option(names = "--daily", paramLabel = "N", description = "Units a day, over all arms: tells the days.")
    private @Nullable Double daily;

    @Option(
            names = "--formula",
            paramLabel = "KIND",
            description =
                    "Of proportions: pooled (default), unpooled, arcsine, baseline. Of means: t (default), normal.")
    private @Nullable String formula;

    @Mixin
    private OutputOptions output = new OutputOptions();

    PowerCommand(Filorosso root) {
        this.root = root;
    }

    /** What a test needs; days are null where nothing is said of units a day. */
    record Needed(
            long nControl,
            long nTreatment,
            String formula,
            double power,
            double minimumDetectableEffect,
            @Nullable Double minimumDetectableRelative,
            double alpha,
            int arms,
            long total,
            @Nullable Long days) {}

    @Override
    public Integer call() {
        check();
        Power asked = formula();
        Needed needed = needed(asked);
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> sentence(needed);
                        case JSON -> ReviewJson.of(needed);
                        case CSV -> csv(needed);
                    });
            out.done();
        }
        return ExitCode.DONE;
    }

    private void check() {
        between("--alpha", alpha, 0, 1);
        between("--power", power, 0, 1);
        between("--ratio", ratio, 0, Power.MOST);
        between("--sd", sd, 0, Double.MAX_VALUE);
        between("--daily", daily, 0, Double.MAX_VALUE);
        if (arms < 2) {
            throw wrong("Option '--arms': " + arms + " is not at least 2");
        }
        if (n != null && n < 2) {
            throw wrong("Option '--n': " + n + " is not at least 2");
        }
        if (effect != null && (effect == 0 || !Double.isFinite(effect))) {
            throw wrong("Option '--effect': " + effect + " is no difference");
        }
        if (n != null && effect != null && power != null) {
            throw wrong("--n, --power and --effect are one too many: leave out the one to be found");
        }
        if (n == null && effect == null) {
            throw wrong("--n or --effect is needed");
        }
    }

    private void between(String option, @Nullable Double value, double low, double high) {
        if (value != null && !(value > low && value < high)) {
            throw wrong("Option '" + option + "': " + value + " is not above " + Numbers.plain(low)
                    + (high < Power.MOST ? " and below " + Numbers.plain(high) : ""));
        }
    }

    private Power formula() {
        Design design = new Design(sided, alpha / (arms - 1), ratio);
        if (metric == Kind.MEAN) {
            if (sd == null) {
                throw wrong("Missing required option: '--sd=X', the deviation between units");
            }
            Means means = new Choices(spec).of("--formula", formula == null ? "t" : formula, Means.class);
            return new MeanPower(design, sd, means == Means.NORMAL);
        }
        if (baseline == null) {
            throw wrong("Missing required option: '--baseline=X', the control's proportion");
        }
        between("--baseline", baseline, 0, 1);
        if (effect != null) {
            between("--baseline and '--effect' together", baseline + effect, 0, 1);
        }
        ProportionPower.Kind kind =
                new Choices(spec).of("--formula", formula == null ? "pooled" : formula, ProportionPower.Kind.class);
        return new ProportionPower(design, kind, baseline, effect != null && effect < 0);
    }

    /** Formulas of means. */
    private enum Means {
        T,
        NORMAL
    }

    private Needed needed(Power asked) {
        Double wanted = effect;
        Long units = n;
        if (units != null && wanted != null) {
            return needed(asked, units, asked.power(units, Math.abs(wanted)), wanted);
        }
        double chance = power == null ? USUAL : power;
        if (wanted != null) {
            double found = found(asked.units(chance, Math.abs(wanted)), "no number of units up to 1e12 has");
            return needed(asked, (long) Math.ceil(found - 1e-9), chance, wanted);
        }
        long given = java.util.Objects.requireNonNull(units);
        return needed(asked, given, chance, found(asked.effect(chance, given), "no effect has"));
    }

    private double found(OptionalDouble found, String what) {
        return found.orElseThrow(() -> wrong(what + " this power. Maybe ask for less."));
    }

    private Needed needed(Power asked, long control, double chance, double difference) {
        // half a unit of rounding must not make one more
        long treatment = (long) Math.ceil(control * ratio - 1e-6);
        long total = control + (arms - 1) * treatment;
        return new Needed(
                control,
                treatment,
                asked.formula(),
                chance,
                difference,
                baseline == null || baseline == 0 ? null : difference / baseline,
                alpha,
                arms,
                total,
                daily == null ? null : (long) Math.ceil(total / daily));
    }

    private String sentence(Needed needed) {
        String relative = needed.minimumDetectableRelative() == null
                ? ""
                : " (" + Numbers.signedPercent(needed.minimumDetectableRelative()) + ")";
        String days = needed.days() == null ? "" : ", which takes " + Figures.count(needed.days()) + " days";
        return Figures.count(needed.nControl()) + " units of control and " + Figures.count(needed.nTreatment())
                + (arms == 2 ? "" : " of each other arm") + " (" + Figures.count(needed.total()) + " in all" + days
                + ") find a difference of " + Numbers.signed(needed.minimumDetectableEffect()) + relative
                + " in " + Numbers.percent(needed.power()) + " of tests, at an error of "
                + Numbers.plain(alpha * 100) + "%" + (arms == 2 ? "" : " shared over " + (arms - 1) + " comparisons")
                + ", by the formula \"" + needed.formula() + "\".\n";
    }

    private static String csv(Needed needed) {
        CsvText csv = new CsvText()
                .row(
                        "nControl",
                        "nTreatment",
                        "formula",
                        "power",
                        "minimumDetectableEffect",
                        "minimumDetectableRelative",
                        "alpha",
                        "arms",
                        "total",
                        "days");
        csv.number(needed.nControl()).number(needed.nTreatment()).text(needed.formula());
        csv.number(needed.power()).number(needed.minimumDetectableEffect()).number(needed.minimumDetectableRelative());
        return csv.number(needed.alpha())
                .number(needed.arms())
                .number(needed.total())
                .number(needed.days())
                .end()
                .toString();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
