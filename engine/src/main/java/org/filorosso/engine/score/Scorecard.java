package org.filorosso.engine.score;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a company's contacts are worth to its customers: the five Cs, each 0-100.
 *
 * @param subjects whose log was looked at
 * @param scores coherence, channels, context, continuity, closed loop, in this order
 */
public record Scorecard(long subjects, List<Score> scores) {

    /**
     * One C: the plain mean of those of its parts that could be scored.
     *
     * @param score 0-100, or null when no part could be scored; {@code low} and {@code high} likewise
     * @param low end of the 95% interval
     * @param parts in a fixed order, also those that could not be scored
     */
    public record Score(
            String name,
            @Nullable Double score,
            @Nullable Double low,
            @Nullable Double high,
            List<Part> parts) {

        /**
         * The mean of parts with its interval by MOVER, the square-and-add of the parts' own limits (G. Y. Zou, A. Donner,
         * Statistics in Medicine 27, 2008, 1693-1702), as if the parts were independent.
         */
        static Score of(String name, Part... parts) {
            List<Figure> figures = java.util.Arrays.stream(parts)
                    .flatMap(part -> java.util.stream.Stream.ofNullable(part.figure()))
                    .toList();
            if (figures.isEmpty()) {
                return new Score(name, null, null, null, List.of(parts));
            }
            double mean = figures.stream().mapToDouble(Figure::score).average().orElse(0);
            double below = root(figures.stream().mapToDouble(figure -> figure.score() - figure.low()));
            double above = root(figures.stream().mapToDouble(figure -> figure.high() - figure.score()));
            int many = figures.size();
            return new Score(name, mean, mean - below / many, mean + above / many, List.of(parts));
        }

        private static double root(java.util.stream.DoubleStream distances) {
            return Math.sqrt(distances.map(distance -> distance * distance).sum());
        }
    }

    /**
     * One part of a C.
     *
     * @param figure null when there was nothing to score it from; a note says why
     * @param measures further figures by name, such as the Brier score; may be empty
     * @param offenders the worst ten, worst first
     * @param notes what was left out, and why
     */
    public record Part(
            String name,
            @Nullable Figure figure,
            Map<String, Double> measures,
            List<Offender> offenders,
            List<String> notes) {}

    /**
     * A share of 100.
     *
     * @param score {@code 100 * numerator / denominator}
     * @param low end of the 95% interval, 0-100
     * @param interval how it was found: {@code wilson}, {@code wilson clustered by subject} or {@code delta}
     */
    public record Figure(
            double score, double numerator, double denominator, double low, double high, String interval) {}

    /**
     * What lowers a part.
     *
     * @param name of the action, channel, stage or journey
     * @param reason what is wrong with it
     * @param count how often, or how much of the numerator is missing
     * @param of how often it could have been
     */
    public record Offender(String name, String reason, double count, double of) {}
}
