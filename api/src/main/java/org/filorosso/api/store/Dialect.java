package org.filorosso.api.store;

import java.util.Locale;
import java.util.Map;

/** The databases that hold the service's data, and the few words in which they differ. */
public enum Dialect {
    // of an index over subject and time H2 walks through every row for a list of subjects
    H2("h2", Map.of("binary", "binary large object", "partitioned", "", "of_subject", "subject_id")),
    POSTGRESQL(
            "postgresql",
            Map.of("binary", "bytea", "partitioned", "partition by range (at)", "of_subject", "subject_id, at"));

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
