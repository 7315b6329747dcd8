package org.filorosso.engine.feel;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question to the history whose arguments are all literals, such as {@code times("presented", "Grow", "P7D")}.
 * Arguments that the function does not take are null.
 *
 * @param outcome one or several, separated by {@code |}
 * @param target a path of the catalogue, or {@code *}
 * @param openCase the case asked for
 * @param household whether all members of the household count
 */
public record HistoryCall(
        Function function,
        @Nullable String outcome,
        @Nullable String target,
        @Nullable String event,
        @Nullable String field,
        @Nullable String openCase,
        @Nullable Span within,
        boolean household) {

    /** The functions over the history, with the names of their arguments. */
    public enum Function {
        TIMES("times", "outcome, target, within", true),
        DAYS_SINCE("days since", "outcome, target", false),
        LAST_OUTCOME("last outcome", "target", false),
        LAST_CHANNEL("last channel", "target", false),
        LAST_REASON("last reason", "target", false),
        TOTAL_VALUE("total value", "outcome, target, within", true),
        EVENTS("events", "event, within", true),
        DAYS_SINCE_EVENT("days since event", "event", false),
        LAST_EVENT("last event", "event, field", false),
        TOTAL_EVENT("total event", "event, field, within", true),
        CASE_OPEN("case open", "case", false);

        private final String words;
        private final String parameters;
        private final boolean counts;

        Function(String words, String parameters, boolean counts) {
            this.words = words;
            this.parameters = parameters;
            this.counts = counts;
        }

        /** The name as written. */
        public String words() {
            return words;
        }

        String[] parameters() {
            return parameters.split(", ");
        }

        /** Whether it counts or sums, and so takes a last argument {@code "household"}. */
        public boolean counts() {
            return counts;
        }

        /** How it is written, for hints. */
        public String usage() {
            return words + "(" + parameters + (counts ? " [, \"household\"]" : "") + ")";
        }

        static Optional<Function> named(String words) {
            return Stream.of(values()).filter(f -> f.words.equals(words)).findFirst();
        }
    }

    /** The call in canonical form, which parses to an equal call. */
    public String text() {
        return Stream.of(outcome, target, event, field, openCase, within, household ? "household" : null)
                .filter(argument -> argument != null)
                .map(argument -> Texts.quote(argument.toString()))
                .collect(Collectors.joining(", ", function.words() + "(", ")"));
    }
}
