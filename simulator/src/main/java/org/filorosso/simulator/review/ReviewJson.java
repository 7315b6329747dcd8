package org.filorosso.simulator.review;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the records of a review as JSON: their components by name, dates as ISO text, in the records' order. */
public final class ReviewJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ReviewJson() {}

    /** The record as a text that ends in a line feed. */
    public static String of(Object review) {
        return MAPPER.writeValueAsString(review).replace("\r\n", "\n") + "\n";
    }
}
