package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.filorosso.engine.history.Interaction.Details;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the results of a decision record, as far as a history needs them: arrays in the order of decisions.csv. */
final class Decisions {
    private static final int RANK = 1;
    private static final int ACTION = 2;
    private static final int TREATMENT = 5;
    private static final int PRICE = 12;

    private Decisions() {}

    /** One result of a decision. */
    record Decided(String action, int rank, Details details) {}

    /** @param results the column {@code results} */
    static void read(String results, Consumer<Decided> each) {
        try (JsonParser json = StoredJson.mapper().createParser(results)) {
            Result result = new Result();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_ARRAY -> result = new Result();
                    case END_ARRAY -> result.tell(each);
                    default -> result.take(json, token);
                }
            }
        }
    }

    /** One array while it is read. */
    private static final class Result {
        private int position;
        private int rank;
        private @Nullable String action;
        private @Nullable String treatment;
        private @Nullable BigDecimal price;

        void take(JsonParser json, JsonToken token) {
            switch (position++) {
                case RANK -> rank = json.getIntValue();
                case ACTION -> action = json.getString();
                case TREATMENT -> treatment = json.getString();
                case PRICE -> price = token == JsonToken.VALUE_NULL ? null : json.getDecimalValue();
                default -> {}
            }
        }

        void tell(Consumer<Decided> each) {
            String named = action;
            if (named != null) {
                each.accept(new Decided(named, rank, new Details(null, price, treatment, null, null, null)));
            }
            action = null;
        }
    }
}
