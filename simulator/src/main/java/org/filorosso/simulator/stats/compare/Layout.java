package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.filorosso.simulator.stats.data.Columns;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a file mean what.
 *
 * @param arm column of the arm
 * @param control name of the arm that others are compared with
 * @param metrics at least one
 * @param unit column of the unit of assignment; null where a row is a unit
 * @param cluster column of what is independent, above units; null where units are
 * @param segment column by which results are split; null for none
 * @param covariate column of a number known before the test began; null for none
 * @param paired whether units stand in all arms on purpose
 */
public record Layout(
        String arm,
        String control,
        List<Metric> metrics,
        @Nullable String unit,
        @Nullable String cluster,
        @Nullable String segment,
        @Nullable String covariate,
        boolean paired) {

    Columns.Asked asked() {
        List<String> texts = new ArrayList<>(List.of(arm));
        Stream.of(unit, cluster, segment).filter(Objects::nonNull).forEach(texts::add);
        List<String> numbers = new ArrayList<>();
        for (Metric metric : metrics) {
            numbers.add(metric.numerator());
            if (metric.denominator() != null) {
                numbers.add(metric.denominator());
            }
        }
        if (covariate != null) {
            numbers.add(covariate);
        }
        return Columns.Asked.of(texts, numbers);
    }
}
