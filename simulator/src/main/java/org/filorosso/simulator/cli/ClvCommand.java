package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.filorosso.simulator.clv.BgNbd;
import org.filorosso.simulator.clv.Buyer;
import org.filorosso.simulator.clv.BuyerFile;
import org.filorosso.simulator.clv.GammaGamma;
import org.filorosso.simulator.clv.LifetimeValue;
import org.filorosso.simulator.clv.ParetoNbd;
import org.filorosso.simulator.clv.PurchaseModel;
import org.filorosso.simulator.clv.Purchases;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits models of purchases and spend, and tells what customers will be worth. */
@Command(
        name = "clv",
        description =
                "BG/NBD (or Pareto/NBD) and Gamma-Gamma by maximum likelihood: whether customers are alive, what they"
                        + " will buy and what it is worth. From transactions, or from one row a customer.")
final class ClvCommand implements Callable<Integer> {
    private static final double DAYS_A_YEAR = 365.25;
    private static final int FEWEST = 10;
    private static final String LIKELIHOOD = "log-likelihood";
    private static final int MOST_STEPS = 200;

    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Source source;

    /** Where purchases are told. */
    private static final class Source {
        @Option(names = "--data", paramLabel = "FILE", description = "CSV, one row a customer.")
        private @Nullable Path data;

        @Option(names = "--transactions", paramLabel = "FILE", description = "CSV, one row a purchase.")
        private @Nullable Path transactions;
    }

    @Mixin
    private TransactionColumns columns = new TransactionColumns();

    @Option(names = "--frequency", paramLabel = "COL", description = "With --data: repeat purchases.")
    private String frequency = "frequency";

    @Option(
            names = "--recency",
            paramLabel = "COL",
            description = "With --data: time from the first purchase to the last.")
    private String recency = "recency";

    @Option(
            names = "--age",
            paramLabel = "COL",
            description = "With --data: time from the first purchase to the end of observation.")
    private String age = "age";

    @Option(names = "--value", paramLabel = "COL", description = "With --data: mean value of a repeat purchase.")
    private @Nullable String value;

    @Option(names = "--unit", paramLabel = "UNIT", description = "day, week (default) or month.")
    private String unit = "week";

    @Option(names = "--at", paramLabel = "DATE", description = "With --transactions: the end of observation.")
    private @Nullable String at;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "bg-nbd (default: customers leave after a purchase) or pareto-nbd (they leave at any time).")
    private String model = "bg-nbd";

    @Option(names = "--horizon", paramLabel = "N", description = "Units to look ahead. Default: ${DEFAULT-VALUE}.")
    private double horizon = 39;

    @Option(names = "--discount", paramLabel = "SHARE", description = "Of a year's value. Default: ${DEFAULT-VALUE}.")
    private double discount = 0.1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "Of the models: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write a row a customer there: id, pAlive, expectedPurchases, expectedValue, clv.")
    private @Nullable Path customers;

    ClvCommand(Filorosso root) {
        this.root = root;
    }

    /** Models of purchases. */
    private enum Model {
        BG_NBD,
        PARETO_NBD
    }

    /** Units of time. */
    private enum Unit {
        DAY(1),
        WEEK(7),
        MONTH(DAYS_A_YEAR / 12);

        private final double days;

        Unit(double days) {
            this.days = days;
        }
    }

    /** What was fitted; without values there is no Gamma-Gamma. */
    record Models(
            @Nullable BgNbd bgNbd,
            @Nullable ParetoNbd paretoNbd,
            @Nullable GammaGamma gammaGamma,
            int customers,
            double expectedPurchases,
            @Nullable Double clv) {}

    @Override
    public Integer call() throws FlawException {
        Unit time = new Choices(spec).of("--unit", unit, Unit.class);
        Model chosen = new Choices(spec).of("--model", model, Model.class);
        check();
        Flaws flaws = new Flaws();
        List<Buyer> buyers = buyers(time, flaws);
        Summary.flaws(root.terminal().err(), flaws);
        LifetimeValue worth = fitted(chosen, buyers);
        double step = Math.max(1, horizon / MOST_STEPS);
        double perStep = Math.pow(1 + discount, step * time.days / DAYS_A_YEAR) - 1;
        double[] clv = buyers.stream()
                .mapToDouble(buyer -> worth.of(buyer, horizon, step, perStep))
                .toArray();
        if (customers != null) {
            write(buyers, worth, clv);
        }
        double purchases = buyers.stream()
                .mapToDouble(buyer -> worth.purchases().expected(buyer, horizon))
                .sum();
        print(new Models(
                worth.purchases() instanceof BgNbd bgNbd ? bgNbd : null,
                worth.purchases() instanceof ParetoNbd paretoNbd ? paretoNbd : null,
                worth.spend(),
                buyers.size(),
                purchases,
                worth.spend() == null ? null : DoubleStream.of(clv).sum()));
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void check() {
        if (!(horizon > 0 && horizon <= 10_000)) {
            throw wrong("Option '--horizon': " + horizon + " is not above 0 and at most 10000");
        }
        if (!(discount >= 0 && discount < 100)) {
            throw wrong("Option '--discount': " + discount + " is no share of a year's value. Maybe 0.1");
        }
        if (at != null && Purchases.day(at) == null) {
            throw wrong("Option '--at': \"" + at + "\" is no date. Maybe 2026-01-31");
        }
    }

    private List<Buyer> buyers(Unit time, Flaws flaws) throws FlawException {
        if (source.transactions != null) {
            LocalDate until = at == null ? null : Purchases.day(at);
            return Purchases.read(DataFile.of(source.transactions), columns.layout(), until, flaws)
                    .buyers(time.days);
        }
        return new BuyerFile(columns.id(), frequency, recency, age, value)
                .read(DataFile.of(java.util.Objects.requireNonNull(source.data)), flaws);
    }

    private LifetimeValue fitted(Model chosen, List<Buyer> buyers) {
        long repeating = buyers.stream().filter(buyer -> buyer.repeats() > 0).count();
        if (repeating < FEWEST) {
            throw Refusal.badInput("Only " + repeating + " customers bought again, fewer than " + FEWEST
                    + ": no model can be fitted. Maybe a longer time of observation.");
        }
        boolean valued = source.transactions != null || value != null;
        long telling = buyers.stream().filter(GammaGamma::tells).count();
        if (valued && telling < FEWEST) {
            throw Refusal.badInput("Only " + telling
                    + " customers have repeat purchases of a value above 0. Maybe without" + " --value.");
        }
        PurchaseModel purchases = chosen == Model.BG_NBD ? BgNbd.fit(buyers) : ParetoNbd.fit(buyers);
        GammaGamma spend = valued ? GammaGamma.fit(buyers) : null;
        if (!purchases.settled() || spend != null && !spend.settled()) {
            root.terminal()
                    .err()
                    .println("The likelihood of " + (purchases.settled() ? "Gamma-Gamma" : "purchases")
                            + " has no greatest value: its parameters run away. Read what it expects, not its"
                            + " parameters. Maybe customers differ too little, or too few bought again.");
        }
        return new LifetimeValue(purchases, spend);
    }

    private void write(List<Buyer> buyers, LifetimeValue worth, double... clv) {
        try (Output out = Output.of(customers, root.terminal())) {
            CsvText csv = new CsvText().row("id", "pAlive", "expectedPurchases", "expectedValue", "clv");
            boolean valued = worth.spend() != null;
            for (int i = 0; i < buyers.size(); i++) {
                Buyer buyer = buyers.get(i);
                csv.text(buyer.id())
                        .number(worth.purchases().alive(buyer))
                        .number(worth.purchases().expected(buyer, horizon))
                        .number(valued ? worth.ofPurchase(buyer) : null)
                        .number(valued ? clv[i] : null)
                        .end();
            }
            out.print(csv.toString());
            out.done();
        }
    }

    private void print(Models models) {
        root.terminal()
                .out()
                .append(
                        switch (format) {
                            case TABLE -> sentence(models);
                            case JSON -> ReviewJson.of(models);
                            case CSV -> csv(models);
                        });
    }

    private String sentence(Models models) {
        GammaGamma spend = models.gammaGamma();
        String worth = spend == null ? "" : ", worth " + Numbers.plain(models.clv()) + " today";
        return Figures.count(models.customers()) + " customers are expected to buy "
                + Numbers.plain(models.expectedPurchases()) + " times within " + Numbers.plain(horizon) + " "
                + unit.toLowerCase(Locale.ROOT) + "s" + worth + ".\n\n"
                + table(models).entrySet().stream()
                        .map(line -> line(line.getKey(), line.getValue()))
                        .collect(Collectors.joining());
    }

    private static String line(String model, Map<String, Double> parameters) {
        return String.format(Locale.ROOT, "%-13s", model)
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + (one.getKey().equals(LIKELIHOOD)
                                        ? String.format(Locale.ROOT, "%.2f", one.getValue())
                                        : Numbers.plain(one.getValue())))
                        .collect(Collectors.joining("  "))
                + "\n";
    }

    private static Map<String, Map<String, Double>> table(Models models) {
        Map<String, Map<String, Double>> table = new LinkedHashMap<>();
        BgNbd bgNbd = models.bgNbd();
        if (bgNbd != null) {
            table.put(
                    "BG/NBD",
                    parameters(
                            bgNbd.logLikelihood(),
                            "r",
                            bgNbd.r(),
                            "alpha",
                            bgNbd.alpha(),
                            "a",
                            bgNbd.a(),
                            "b",
                            bgNbd.b()));
        }
        ParetoNbd pareto = models.paretoNbd();
        if (pareto != null) {
            table.put(
                    "Pareto/NBD",
                    parameters(
                            pareto.logLikelihood(),
                            "r",
                            pareto.r(),
                            "alpha",
                            pareto.alpha(),
                            "s",
                            pareto.s(),
                            "beta",
                            pareto.beta()));
        }
        GammaGamma spend = models.gammaGamma();
        if (spend != null) {
            table.put("Gamma-Gamma", parameters(spend.logLikelihood(), "p", spend.p(), "q", spend.q(), "v", spend.v()));
        }
        return table;
    }

    private static Map<String, Double> parameters(double likelihood, Object... namesAndValues) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
        }
        parameters.put(LIKELIHOOD, likelihood);
        return parameters;
    }

    /** One row a parameter, and what is expected of all customers. */
    private static String csv(Models models) {
        CsvText csv = new CsvText().row("model", "parameter", "value");
        table(models)
                .forEach((model, parameters) -> parameters.forEach((name, value) ->
                        csv.text(model).text(name).number(value).end()));
        csv.text("all").text("customers").number(models.customers()).end();
        csv.text("all")
                .text("expectedPurchases")
                .number(models.expectedPurchases())
                .end();
        return csv.text("all").text("clv").number(models.clv()).end().toString();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
