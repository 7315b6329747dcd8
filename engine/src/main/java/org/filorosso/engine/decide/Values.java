package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.playbook.Attribute;
import org.jspecify.annotations.Nullable;

/** What a stored value must be to count: of the attribute's type, and one of its allowed values. */
final class Values {

    private Values() {}

    /** False for null and for what this revision of the playbook no longer allows: it counts as missing. */
    static boolean allowed(Attribute attribute, @Nullable Object value) {
        if (value == null || !attribute.type().accepts(value)) {
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

    /** A number as facts hold it. */
    static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros();
    }
}
