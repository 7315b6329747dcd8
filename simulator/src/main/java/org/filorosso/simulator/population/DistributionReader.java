package org.filorosso.simulator.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.playbook.io.Keyed;
import org.jspecify.annotations.Nullable;

/** Reads the distributions of population.yaml; what is wrong is among the problems, and gives null. */
final class DistributionReader {
    private static final int MOST_DIGITS = 6;
    private static final String[] KEYS = {
        "choices",
        "share",
        "list",
        "uniform",
        "normal",
        "lognormal",
        "exponential",
        "quantiles",
        "product",
        "given",
        "of",
        "min",
        "max",
        "digits",
        "spread",
        "missing"
    };
    private static final String CHOICES =
            "Maybe {share: 20%}, {choices: {a: 60%, b: 40%}}, {normal: [40, 10]} or {quantiles: [0, 5, 20]}.";

    private DistributionReader() {}

    /** The distribution under a key: a mapping, or one value that is always the same. */
    static @Nullable Distribution read(Keyed parent, String key) {
        if (parent.isText(key)) {
            return fixed(parent.text(key, ""));
        }
        Keyed keys = parent.keys(key).only(KEYS);
        Distribution of = plain(keys, parent, key);
        Double missing = PlainShares.share(keys, "missing");
        return of == null || missing == null ? of : new Distribution.Gappy(missing, of);
    }

    private static Distribution fixed(String text) {
        if (text.equals("yes") || text.equals("no")) {
            return new Distribution.Fixed(text.equals("yes"), "boolean");
        }
        Double number = PlainShares.plain(text);
        return number == null
                ? new Distribution.Fixed(text, "string")
                : new Distribution.Fixed(Numbers.normal(new java.math.BigDecimal(text)), "number");
    }

    private static @Nullable Distribution plain(Keyed keys, Keyed parent, String key) {
        if (keys.has("choices")) {
            return choices(keys.keys("choices"), keys);
        }
        if (keys.has("share")) {
            Double share = PlainShares.share(keys, "share");
            return share == null ? null : new Distribution.YesNo(share);
        }
        if (keys.has("list")) {
            return new Distribution.Members(PlainShares.all(keys.keys("list"), true));
        }
        if (keys.has("given")) {
            return given(keys);
        }
        if (keys.has("product")) {
            return new Distribution.Product(
                    keys.texts("product"), number(keys, "spread", 0), number(unit -> unit, keys));
        }
        Distribution.Quantile quantile = quantile(keys);
        if (quantile == null) {
            parent.error(key, "says no distribution that can be drawn from", CHOICES);
            return null;
        }
        return number(quantile, keys);
    }

    private static Distribution.Number number(Distribution.Quantile quantile, Keyed keys) {
        return new Distribution.Number(
                quantile,
                number(keys, "min", Double.NEGATIVE_INFINITY),
                number(keys, "max", Double.POSITIVE_INFINITY),
                digits(keys));
    }

    private static @Nullable Distribution choices(Keyed weights, Keyed keys) {
        Map<String, Double> read = PlainShares.all(weights, false);
        double sum = read.values().stream().mapToDouble(Double::doubleValue).sum();
        if (read.isEmpty() || !(sum > 0)) {
            keys.error("choices", "no choice has a share", "Maybe choices: {a: 60%, b: 40%}.");
            return null;
        }
        List<Double> cumulated = new ArrayList<>();
        double up = 0;
        for (double weight : read.values()) {
            up += weight;
            cumulated.add(up / sum);
        }
        return new Distribution.Choices(List.copyOf(read.keySet()), cumulated);
    }

    private static @Nullable Distribution given(Keyed keys) {
        Keyed of = keys.keys("of");
        Map<String, Distribution> read = new LinkedHashMap<>();
        for (String value : of.names()) {
            Distribution one = read(of, value);
            if (one != null) {
                read.put(value, one);
            }
        }
        if (read.isEmpty()) {
            keys.error("given", "there is no distribution for any value", "Maybe of: {yes: ..., no: ...}.");
            return null;
        }
        return new Distribution.Given(keys.text("given", ""), read);
    }

    private static Distribution.@Nullable Quantile quantile(Keyed keys) {
        if (keys.has("exponential")) {
            double mean = number(keys, "exponential", 1);
            return unit -> -mean * Math.log1p(-unit);
        }
        for (String key : List.of("uniform", "normal", "lognormal", "quantiles")) {
            if (keys.has(key)) {
                double[] numbers = PlainShares.numbers(keys, key);
                return numbers == null ? null : quantile(keys, key, numbers);
            }
        }
        return null;
    }

    private static Distribution.@Nullable Quantile quantile(Keyed keys, String key, double... numbers) {
        boolean two = numbers.length == 2;
        if (key.equals("quantiles") ? numbers.length < 2 : !two) {
            keys.error(key, "two numbers are wanted, or more for quantiles", "Maybe " + key + ": [10, 20].");
            return null;
        }
        double first = numbers[0];
        double second = numbers[1];
        return switch (key) {
            case "uniform" -> unit -> first + (second - first) * unit;
            case "normal" -> unit -> first + second * Distribution.standardNormal(unit);
            case "lognormal" -> unit -> first * Math.exp(second * Distribution.standardNormal(unit));
            default -> unit -> between(unit, numbers);
        };
    }

    /** Straight lines between equally spaced quantiles. */
    private static double between(double unit, double... quantiles) {
        double place = unit * (quantiles.length - 1);
        int below = Math.min((int) place, quantiles.length - 2);
        return quantiles[below] + (place - below) * (quantiles[below + 1] - quantiles[below]);
    }

    private static double number(Keyed keys, String key, double fallback) {
        Double number = PlainShares.number(keys, key);
        return number == null ? fallback : number;
    }

    private static int digits(Keyed keys) {
        double digits = number(keys, "digits", 0);
        if (digits < 0 || digits > MOST_DIGITS || digits != Math.rint(digits)) {
            keys.error("digits", "a whole number from 0 to " + MOST_DIGITS + " is wanted", "Maybe digits: 2.");
            return 0;
        }
        return (int) digits;
    }
}
