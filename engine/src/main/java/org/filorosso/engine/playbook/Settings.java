package org.filorosso.engine.playbook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * The file playbook.yaml.
 *
 * @param languages the first is the default
 * @param history how far back rules may look
 * @param purposes the closed list of consent purposes
 * @param reasons why customers say no
 * @param keep how long who won stays first, or null
 * @param importId the column that holds the customer's id in exported files
 * @param locale how plain columns and data files write numbers, dates and yes/no: {@code en} or {@code it}
 */
public record Settings(
        String name,
        Playbook.Texts title,
        ZoneId zone,
        String currency,
        List<String> languages,
        Span history,
        List<String> purposes,
        List<String> reasons,
        Set<LocalDate> holidays,
        @Nullable CustomerValue value,
        Attribution attribution,
        ArbitrationSettings arbitration,
        @Nullable Holdout holdout,
        List<Arm> arms,
        @Nullable Span keep,
        String importId,
        String locale) {

    /** The locale that holds where none is named. */
    public static final String DEFAULT_LOCALE = "en";

    /** The same with what names events and actions, which is known last. */
    public Settings with(@Nullable CustomerValue newValue, @Nullable Holdout newHoldout) {
        return new Settings(
                name,
                title,
                zone,
                currency,
                languages,
                history,
                purposes,
                reasons,
                holidays,
                newValue,
                attribution,
                arbitration,
                newHoldout,
                arms,
                keep,
                importId,
                locale);
    }

    public String defaultLanguage() {
        return languages.get(0);
    }

    /**
     * Where customer value comes from.
     *
     * @param event the purchase event
     * @param field its amount
     * @param cuts ascending cut points of recency (days), frequency and monetary: four each
     */
    public record CustomerValue(String event, String field, Span horizon, Map<String, List<Double>> cuts) {}

    /** The company's own attribution. */
    public record Attribution(String model, Span within) {}

    /**
     * How a ranking is made.
     *
     * @param epsilon probability of a random order, 0 unless exploration is {@code epsilon}
     * @param threshold candidates must be above it; null means {@code pays}
     * @param halfLife how fast old responses are forgotten, or null
     */
    public record ArbitrationSettings(
            PropensityModel propensity,
            Exploration exploration,
            double epsilon,
            @Nullable Double threshold,
            @Nullable Span halfLife) {

        public boolean pays() {
            return threshold == null;
        }
    }

    /** Where P comes from. */
    public enum PropensityModel {
        ADAPTIVE,
        PRIOR,
        OFF
    }

    /** How a decision tries what it does not know. */
    public enum Exploration {
        NONE,
        EPSILON,
        THOMPSON
    }

    /** The universal holdout: {@code share} of all get no marketing, {@code except} for these targets. */
    public record Holdout(
            double share,
            String salt,
            AssignmentLevel level,
            @Nullable ActionSet except) {}

    /**
     * An arm of the split of who is not held out.
     *
     * @param share 0..1; all arms add up to 1
     * @param levers false: L = 1
     */
    public record Arm(String name, double share, Ranking ranking, boolean levers) {}

    /** What an arm ranks by. */
    public enum Ranking {
        CHAMPION,
        RANDOM,
        PROPENSITY,
        VALUE
    }
}
