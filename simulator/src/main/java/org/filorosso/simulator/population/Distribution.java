package org.filorosso.simulator.population;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.filorosso.engine.feel.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one trait are spread over customers, as a quantile function: a larger unit gives a larger number, or a
 * later choice. So a correlation of units is a correlation of values.
 */
public sealed interface Distribution {

    /**
     * The value at a place of the distribution.
     *
     * @param unit in (0, 1)
     * @param known values of other traits of the same customer, by name; null is missing
     * @return normalised as in {@link org.filorosso.engine.feel.Reading}; null is missing
     */
    @Nullable
    Object at(double unit, Function<String, @Nullable Object> known);

    /** The type of its values, as attributes.csv writes it. */
    String type();

    /** Names of the traits that it looks at. */
    default List<String> reads() {
        return List.of();
    }

    /** A quantile function of numbers. */
    interface Quantile {
        double at(double unit);
    }

    /** Always the same value. */
    record Fixed(Object value, String type) implements Distribution {
        @Override
        public Object at(double unit, Function<String, @Nullable Object> known) {
            return value;
        }
    }

    /**
     * One of several texts.
     *
     * @param cumulated shares of the values up to each, the last one 1
     */
    record Choices(List<String> values, List<Double> cumulated) implements Distribution {
        /** Choices with own copies. */
        public Choices {
            values = List.copyOf(values);
            cumulated = List.copyOf(cumulated);
        }

        @Override
        public Object at(double unit, Function<String, @Nullable Object> known) {
            for (int i = 0; i < values.size() - 1; i++) {
                if (unit < cumulated.get(i)) {
                    return values.get(i);
                }
            }
            return values.get(values.size() - 1);
        }

        @Override
        public String type() {
            return "string";
        }
    }

    /** Yes with a probability of {@code share}, 0..1. */
    record YesNo(double share) implements Distribution {
        @Override
        public Object at(double unit, Function<String, @Nullable Object> known) {
            // a larger unit gives yes, as a larger unit gives a larger number
            return unit > 1 - share;
        }

        @Override
        public String type() {
            return "boolean";
        }
    }

    /**
     * A list that holds each of several texts with a probability of its own.
     *
     * @param shares 0..1, by value
     */
    record Members(Map<String, Double> shares) implements Distribution {
        @Override
        public Object at(double unit, Function<String, @Nullable Object> known) {
            List<String> members = new ArrayList<>();
            double rest = unit;
            for (Map.Entry<String, Double> member : shares.entrySet()) {
                double share = member.getValue();
                boolean in = rest < share;
                if (in) {
                    members.add(member.getKey());
                }
                // what is left of the unit after this choice is uniform again
                rest = in ? rest / share : (rest - share) / (1 - share);
            }
            return List.copyOf(members);
        }

        @Override
        public String type() {
            return "list";
        }
    }

    /**
     * A number.
     *
     * @param low least value, or negative infinity
     * @param high greatest value, or infinity
     * @param digits after the point
     */
    record Number(Quantile quantile, double low, double high, int digits) implements Distribution {
        @Override
        public Object at(double unit, Function<String, @Nullable Object> known) {
            return bounded(quantile.at(unit));
        }

        Object bounded(double number) {
            return rounded(Math.max(low, Math.min(high, number)), digits);
        }

        @Override
        public String type() {
            return "number";
        }
    }

    /**
     * The product of other numbers, spread by a normal factor around 1.
     *
     * @param of names of the factors; the product is missing when one of them is
     * @param spread standard deviation of the factor
     * @param shape bounds and digits
     */
    record Product(List<String> of, double spread, Number shape) implements Distribution {
        @Override
        public @Nullable Object at(double unit, Function<String, @Nullable Object> known) {
            double product = spread == 0 ? 1 : 1 + spread * standardNormal(unit);
            for (String name : of) {
                if (!(known.apply(name) instanceof BigDecimal factor)) {
                    return null;
                }
                product *= factor.doubleValue();
            }
            return shape.bounded(product);
        }

        @Override
        public String type() {
            return "number";
        }

        @Override
        public List<String> reads() {
            return of;
        }
    }

    /**
     * Another distribution for each value of another trait.
     *
     * @param of by the value as text, {@code yes} and {@code no} of a boolean; {@code other} for the rest
     */
    record Given(String name, Map<String, Distribution> of) implements Distribution {
        static final String OTHER = "other";

        @Override
        public @Nullable Object at(double unit, Function<String, @Nullable Object> known) {
            Distribution found = of.get(text(known.apply(name)));
            Distribution used = found == null ? of.get(OTHER) : found;
            return used == null ? null : used.at(unit, known);
        }

        private static String text(@Nullable Object value) {
            if (value instanceof Boolean yes) {
                return yes ? "yes" : "no";
            }
            return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        }

        @Override
        public String type() {
            return of.values().iterator().next().type();
        }

        @Override
        public List<String> reads() {
            List<String> reads = new ArrayList<>(List.of(name));
            of.values().forEach(one -> reads.addAll(one.reads()));
            return reads;
        }
    }

    /** Missing for a share of customers, 0..1. */
    record Gappy(double share, Distribution of) implements Distribution {
        @Override
        public @Nullable Object at(double unit, Function<String, @Nullable Object> known) {
            return unit < share ? null : of.at((unit - share) / (1 - share), known);
        }

        @Override
        public String type() {
            return of.type();
        }

        @Override
        public List<String> reads() {
            return of.reads();
        }
    }

    /** The quantile of the standard normal distribution. */
    static double standardNormal(double unit) {
        return NormalDistribution.of(0, 1).inverseCumulativeProbability(unit);
    }

    private static Object rounded(double number, int digits) {
        return Numbers.normal(new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN));
    }
}
