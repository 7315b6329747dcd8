package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.jspecify.annotations.Nullable;

/** What a stored value must be to count: of the attribute's type, and one of its allowed values. */
final class Values {

    private Values() {}

    /** False for null and for what this revision of the playbook no longer allows: it counts as missing. */
    static boolean allowed(Attribute attribute, @Nullable Object value) {
        if (value == null || !fits(attribute.type(), value)) {
            return false;
        }
        Set<String> values = attribute.values();
        if (values.isEmpty()) {
            return true;
        }
        return value instanceof List<?> list
                ? list.stream().allMatch(one -> values.contains(String.valueOf(one)))
                : !(value instanceof String text) || values.contains(text);
    }

    private static boolean fits(Type type, Object value) {
        return switch (type.kind()) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
            case TIME -> value instanceof LocalTime;
            case DATE_TIME -> value instanceof ZonedDateTime;
            case DURATION -> value instanceof Duration;
            case MONTHS -> value instanceof Period;
            case LIST -> value instanceof List<?>;
            case CONTEXT -> value instanceof Map<?, ?>;
            case ANY -> true;
            case NULL -> false;
        };
    }

    /** A number as facts hold it. */
    static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
