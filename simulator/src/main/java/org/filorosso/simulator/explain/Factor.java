package org.filorosso.simulator.explain;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Decision.Factors;

/**
 * One factor of a priority, beside the largest of all candidates.
 *
 * @param share of the largest, 0..1
 */
record Factor(String letter, String name, double value, double share) {
    private static final List<Kind> KINDS = List.of(
            new Kind("P", "propensity", Factors::propensity),
            new Kind("C", "context weight", Factors::contextWeight),
            new Kind("V", "value", Factors::value),
            new Kind("L", "lever", Factors::lever));

    private record Kind(String letter, String name, ToDoubleFunction<Factors> value) {}

    /** The factors of one candidate; none when it never came to arbitration. */
    static List<Factor> of(Candidate row, Grid grid) {
        Factors factors = row.factors();
        return factors == null
                ? List.of()
                : KINDS.stream().map(kind -> of(kind, factors, grid)).toList();
    }

    private static Factor of(Kind kind, Factors factors, Grid grid) {
        double value = kind.value.applyAsDouble(factors);
        double largest = grid.rows().stream()
                .map(Candidate::factors)
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .mapToDouble(kind.value)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double share = largest > 0 ? Math.min(1, Math.max(0, value / largest)) : 0;
        return new Factor(kind.letter, kind.name, value, Double.isNaN(share) ? 0 : share);
    }
}
