package org.filorosso.api.problem;

import java.time.Instant;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How JSON is read and written: what was not agreed is refused. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 6 << 20;

    /** The service's mapper: strict, numbers exact, enum words in lower case. */
    @Bean
    public JsonMapper jsonMapper() {
        return mapper();
    }

    /** A mapper as the service has it, for tests without the service. */
    public static JsonMapper mapper() {
        return JsonMapper.builder(factory())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS, EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .addModule(new SimpleModule("strict")
                        .addDeserializer(Instant.class, new StrictInstant())
                        .addDeserializer(String.class, new StrictText()))
                .addHandler(new ShapeFaults())
                .build();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper mapper) {
        StrictJsonConverter converter = new StrictJsonConverter(mapper);
        return converters -> converters.withJsonConverter(converter);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper mapper) {
        return new ProblemWriter(mapper);
    }
}
