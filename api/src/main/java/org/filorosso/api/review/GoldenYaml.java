package org.filorosso.api.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as YAML of one line: texts in quotes, so that none is taken for anything else. */
final class GoldenYaml {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private final boolean commas;

    /** @param locale of the playbook: {@code it} writes decimal commas */
    GoldenYaml(String locale) {
        this.commas = locale.equals("it");
    }

    String of(Object value) {
        if (value instanceof Map<?, ?> keys) {
            return keys.entrySet().stream()
                    .map(key -> name(String.valueOf(key.getKey())) + ": " + of(key.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            return number(number.toPlainString());
        }
        if (value instanceof ZonedDateTime time) {
            return TIME.format(time);
        }
        return value instanceof LocalDate || value instanceof Boolean || value instanceof Number
                ? value.toString()
                : JSON.writeValueAsString(value.toString());
    }

    private String number(String plain) {
        return commas && plain.indexOf('.') >= 0 ? '"' + plain.replace('.', ',') + '"' : plain;
    }

    private static String name(String name) {
        boolean plain = !name.isEmpty()
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-');
        return plain ? name : JSON.writeValueAsString(name);
    }
}
