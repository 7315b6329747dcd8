package org.filorosso.simulator.log;

import java.util.List;
import java.util.Set;

/** The tables of the decision log and their columns. */
public enum LogTable {
    DECISIONS(
            "decisions",
            "interactionId",
            "at",
            "subjectId",
            "household",
            "playbook",
            "revision",
            "arm",
            "variants",
            "channel",
            "direction",
            "placement",
            "rank",
            "action",
            "issue",
            "group",
            "treatment",
            "stage",
            "propensity",
            "value",
            "contextWeight",
            "lever",
            "priority",
            "choicePropensity",
            "price",
            "cost",
            "fallback",
            "noActionReason"),
    RESPONSES(
            "responses",
            "interactionId",
            "at",
            "subjectId",
            "action",
            "outcome",
            "channel",
            "direction",
            "value",
            "price",
            "reason",
            "key"),
    EVENTS("events", "subjectId", "at", "event", "key", "fields");

    private static final Set<String> NUMBERS = Set.of(
            "rank", "propensity", "value", "contextWeight", "lever", "priority", "choicePropensity", "price", "cost");

    private final String table;
    private final String columns;

    LogTable(String table, String... columns) {
        this.table = table;
        this.columns = String.join(",", columns);
    }

    /** Name of the file with this ending: {@code decisions.csv}. */
    public String file(String ending) {
        return table + "." + ending;
    }

    /** Its columns, in order. */
    public List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** Whether a column holds numbers. */
    static boolean isNumber(String column) {
        return NUMBERS.contains(column);
    }

    /** Whether a column holds true or false. */
    static boolean isYesNo(String column) {
        return column.equals("fallback");
    }
}
