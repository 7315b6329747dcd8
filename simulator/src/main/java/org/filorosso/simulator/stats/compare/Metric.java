package org.filorosso.simulator.stats.compare;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 *
 * @param name as asked, without its type
 * @param type null where the values are to tell: all 0 or 1 is a proportion
 * @param numerator column
 * @param denominator column of a ratio, else null
 */
public record Metric(
        String name,
        @Nullable Type type,
        String numerator,
        @Nullable String denominator) {

    /** Kinds of metrics. */
    public enum Type {
        /** Share of units; each is 0 or 1. */
        PROPORTION,
        /** Mean over units. */
        MEAN,
        /** Sum over sum. */
        RATIO;

        /** As options and files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code NAME}, {@code NAME:proportion}, {@code NAME:mean} or {@code NUMERATOR/DENOMINATOR:ratio}.
     *
     * @throws IllegalArgumentException if a ratio has not two columns; the message tells it
     */
    public static Metric of(String text) {
        for (Type type : Type.values()) {
            String end = ":" + type.code();
            if (text.endsWith(end)) {
                String name = text.substring(0, text.length() - end.length());
                return type == Type.RATIO ? ratio(name) : new Metric(name, type, name, null);
            }
        }
        return new Metric(text, null, text, null);
    }

    private static Metric ratio(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash != name.lastIndexOf('/') || slash == name.length() - 1) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no ratio of two columns. Maybe revenue/orders:ratio.");
        }
        return new Metric(name, Type.RATIO, name.substring(0, slash), name.substring(slash + 1));
    }

    Metric as(Type known) {
        return new Metric(name, known, numerator, denominator);
    }
}
