package org.filorosso.api.store;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.smile.SmileMapper;

/** How packed JSON (Smile) is read: numbers keep every digit, zeros at their end among them. */
public final class PackedJson {
    private static final SmileMapper EXACT = SmileMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PackedJson() {}

    /** The mapper; safe to share between threads. */
    public static SmileMapper mapper() {
        return EXACT;
    }
}
