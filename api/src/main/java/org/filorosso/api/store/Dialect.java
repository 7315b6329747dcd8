package org.filorosso.api.store;

import java.util.Locale;
import java.util.Map;

/** The databases that hold the service's data, and the few words in which they differ. */
public enum Dialect {
    H2("h2", Map.of("binary", "binary large object", "partitioned", "")),
    POSTGRESQL("postgresql", Map.of("binary", "bytea", "partitioned", "partition by range (at)"));

    private final String code;
    private final Map<String, String> placeholders;

    Dialect(String code, Map<String, String> placeholders) {
        this.code = code;
        this.placeholders = placeholders;
    }

    /** Name of its folder of migrations. */
    public String code() {
        return code;
    }

    /** What stands for the placeholders of the migrations that both read. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /**
     * A table, and the condition that its {@code subject_id} is among those of the first parameter, an array. With the
     * usual words H2 walks through all of an index that has more than that column.
     *
     * @param table a name of ours, never a user's
     */
    public String ofSubjects(String table) {
        return this == H2
                ? "unnest(?) asked(id) join " + table + " on subject_id = asked.id where true"
                : table + " where subject_id = any(?)";
    }

    /**
     * The dialect of a JDBC address.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static Dialect of(String url) {
        String address = url.toLowerCase(Locale.ROOT);
        if (address.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (address.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("The database (" + url.replaceAll("[?;].*", "")
                + ") is neither H2 nor PostgreSQL. Maybe jdbc:postgresql://HOST/NAME.");
    }
}
