package org.filorosso.api.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What a drill counted and measured, and whether that is what was promised. */
final class Figures {
    private final List<String> told = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** Something worth telling that may be what it likes. */
    Figures tell(String name, Object value) {
        told.add(name + "=" + (value instanceof Double d ? String.format(Locale.ROOT, "%.1f", d) : value));
        return this;
    }

    /** Something that must be exactly so. */
    Figures expect(String name, Object value, Object expected) {
        return require(name, value, value.equals(expected), "not " + expected);
    }

    /** Something that must not be more. */
    Figures atMost(String name, double value, double most) {
        return require(name, value, value <= most, "over " + most);
    }

    /** Something that must not be less. */
    Figures atLeast(String name, double value, double least) {
        return require(name, value, value >= least, "under " + least);
    }

    private Figures require(String name, Object value, boolean holds, String otherwise) {
        tell(name, value);
        if (!holds) {
            broken.add(name + " is " + otherwise);
        }
        return this;
    }

    boolean kept() {
        return broken.isEmpty();
    }

    /** One line. */
    String line() {
        return String.join(" ", told) + (kept() ? "" : " :: " + String.join("; ", broken));
    }

    /** How often each status came. */
    static String statuses(List<Sample> samples) {
        return samples.stream()
                .collect(Collectors.groupingBy(Sample::status, java.util.TreeMap::new, Collectors.counting()))
                .toString();
    }

    /** A percentile of the times of calls, in milliseconds. */
    static double percentile(List<Sample> samples, double percentile) {
        Histogram histogram = new Histogram(3);
        samples.forEach(sample -> histogram.recordValue(sample.nanos()));
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }
}
