package org.filorosso.api.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.simulator.log.LogTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code decisions.csv} that a stored decision makes. */
final class DecisionCells {
    // prices as they were quoted: 7.90 stays 7.90
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final List<String> COLUMNS = LogTable.DECISIONS.columns();
    private static final int HEAD = COLUMNS.indexOf("placement");
    private static final int STAGE = COLUMNS.indexOf("stage");

    private DecisionCells() {}

    /**
     * @param row of the columns up to {@code direction}, then stage, results and the reason why there is none
     * @param names of subjects and households
     */
    static List<List<@Nullable Object>> of(ResultSet row, UnaryOperator<String> names) throws SQLException {
        List<@Nullable Object> head = head(row, names);
        String stage = row.getString(HEAD + 1);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode result : results(row.getString(HEAD + 2))) {
            rows.add(filled(head, stage, result));
        }
        if (rows.isEmpty()) {
            rows.add(empty(head, stage, row.getString(HEAD + 3)));
        }
        return rows;
    }

    /** The results of a decision as they are stored: one array each. */
    static JsonNode results(String stored) {
        return JSON.readTree(stored);
    }

    private static List<@Nullable Object> head(ResultSet row, UnaryOperator<String> names) throws SQLException {
        List<@Nullable Object> head = new ArrayList<>(HEAD);
        for (int i = 0; i < HEAD; i++) {
            String column = COLUMNS.get(i);
            String text = column.equals("at") ? LogStore.instant(row, i + 1) : row.getString(i + 1);
            boolean person = column.equals("subjectId") || column.equals("household");
            head.add(person && text != null ? names.apply(text) : text);
        }
        return head;
    }

    private static List<@Nullable Object> filled(List<@Nullable Object> head, String stage, JsonNode result) {
        List<@Nullable Object> cells = new ArrayList<>(head);
        for (int i = 0; i < result.size(); i++) {
            if (cells.size() == STAGE) {
                cells.add(stage);
            }
            cells.add(cell(COLUMNS.get(cells.size()), result.get(i)));
        }
        cells.add(null);
        return cells;
    }

    private static @Nullable Object cell(String column, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (column) {
            case "rank" -> cell.asInt();
            case "price" -> cell.decimalValue();
            case "fallback" -> cell.asBoolean();
            default -> cell.isNumber() ? (Object) cell.asDouble() : cell.asString();
        };
    }

    private static List<@Nullable Object> empty(
            List<@Nullable Object> head, String stage, @Nullable String noActionReason) {
        @Nullable Object[] rest = new @Nullable Object[COLUMNS.size() - HEAD];
        rest[STAGE - HEAD] = stage;
        rest[rest.length - 1] = noActionReason;
        List<@Nullable Object> cells = new ArrayList<>(head);
        Collections.addAll(cells, rest);
        return cells;
    }
}
