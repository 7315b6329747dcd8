package org.filorosso.simulator.population;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.Keyed;
import org.filorosso.engine.playbook.io.Plain;
import org.filorosso.engine.playbook.io.PlainLocale;
import org.filorosso.engine.playbook.io.Scalars;
import org.jspecify.annotations.Nullable;

/** Reads numbers and shares of population.yaml, always as English writes them; what is wrong is reported. */
final class PlainShares {
    private static final Scalars SCALARS = Scalars.ofData(PlainLocale.EN);

    private PlainShares() {}

    /** The number that a text is, or null. */
    static @Nullable Double plain(String text) {
        BigDecimal number = SCALARS.number(text).value();
        return number == null ? null : number.doubleValue();
    }

    static @Nullable Double number(Keyed keys, String key) {
        BigDecimal number = keys.read(key, SCALARS::number);
        return number == null ? null : number.doubleValue();
    }

    static double number(Keyed keys, String key, double fallback) {
        Double number = number(keys, key);
        return number == null ? fallback : number;
    }

    /** A share as {@code 20%} or {@code 0.2}; outside 0..1 is reported. */
    static @Nullable Double share(Keyed keys, String key) {
        BigDecimal read = keys.read(key, PlainShares::fraction);
        if (read == null) {
            return null;
        }
        double share = read.doubleValue();
        if (share < 0 || share > 1) {
            keys.error(key, "a share from 0 to 1 is wanted", "Maybe 20%.");
            return null;
        }
        return share;
    }

    static double share(Keyed keys, String key, double fallback) {
        Double share = share(keys, key);
        return share == null ? fallback : share;
    }

    private static Plain<BigDecimal> fraction(String text) {
        return text.endsWith("%") ? SCALARS.percentage(text) : SCALARS.number(text);
    }

    /**
     * The numbers of all keys, not negative.
     *
     * @param shares whether each must be at most 1
     */
    static Map<String, Double> all(Keyed keys, boolean shares) {
        Map<String, Double> read = new LinkedHashMap<>();
        for (String key : keys.names()) {
            BigDecimal number = keys.read(key, PlainShares::fraction);
            if (number != null && (number.signum() < 0 || (shares && number.doubleValue() > 1))) {
                keys.error(key, shares ? "a share from 0 to 1 is wanted" : "it must not be negative", "Maybe 20%.");
            } else if (number != null) {
                read.put(key, number.doubleValue());
            }
        }
        return read;
    }

    /** The numbers of a list, or null when one of them is none. */
    static double @Nullable [] numbers(Keyed keys, String key) {
        List<String> texts = keys.texts(key);
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double number = plain(texts.get(i));
            if (number == null) {
                keys.error(key, "\"" + texts.get(i) + "\" is no number", "Maybe " + key + ": [10, 20].");
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }
}
