package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Order, sameness, type and written form of values. */
final class Values {
    private Values() {}

    /** Unknown where a side is missing, or where the two are of different types or have no order. */
    static Truth compare(Op op, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        if (left instanceof String l && right instanceof String r) {
            return Truth.of(op.ordering() ? op.holds(l.compareTo(r)) : l.equals(r) == (op == Op.EQ));
        }
        if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
            return Truth.of(op.holds(l.compareTo(r)));
        }
        if (left instanceof List<?> || left instanceof Map<?, ?> || left instanceof Boolean) {
            return left.getClass() == right.getClass() || sameShape(left, right)
                    ? sameness(op, left, right)
                    : Truth.UNKNOWN;
        }
        Integer sign = order(left, right);
        return sign == null ? Truth.UNKNOWN : Truth.of(op.holds(sign));
    }

    private static boolean sameShape(Object left, Object right) {
        return (left instanceof List<?> && right instanceof List<?>)
                || (left instanceof Map<?, ?> && right instanceof Map<?, ?>);
    }

    private static Truth sameness(Op op, Object left, Object right) {
        return op.ordering() ? Truth.UNKNOWN : Truth.of(same(left, right) == (op == Op.EQ));
    }

    /** The sign of comparing two values of one type; null where there is no order between them. */
    static @Nullable Integer order(Object left, Object right) {
        if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
            return l.compareTo(r);
        }
        if (left instanceof String l && right instanceof String r) {
            return l.compareTo(r);
        }
        return temporalOrder(left, right);
    }

    private static @Nullable Integer temporalOrder(Object left, Object right) {
        if (left instanceof LocalDate l && right instanceof LocalDate r) {
            return l.compareTo(r);
        }
        if (left instanceof ZonedDateTime l && right instanceof ZonedDateTime r) {
            return l.toInstant().compareTo(r.toInstant());
        }
        if (left instanceof Duration l && right instanceof Duration r) {
            return l.compareTo(r);
        }
        if (left instanceof Period l && right instanceof Period r) {
            return Long.compare(l.toTotalMonths(), r.toTotalMonths());
        }
        return left instanceof LocalTime l && right instanceof LocalTime r ? l.compareTo(r) : null;
    }

    /** Deep sameness; two nulls are the same. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof List<?> l && right instanceof List<?> r) {
            return sameLists(l, r);
        }
        Integer sign = order(left, right);
        return sign == null ? left.equals(right) : sign == 0;
    }

    private static boolean sameLists(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    static Type typeOf(@Nullable Object value) {
        if (value == null) {
            return Type.NULL;
        }
        if (value instanceof List<?> list) {
            return Type.list(list.isEmpty() ? Type.ANY : typeOf(list.get(0)));
        }
        return scalarType(value);
    }

    private static Type scalarType(Object value) {
        if (value instanceof BigDecimal) {
            return Type.NUMBER;
        }
        if (value instanceof String) {
            return Type.STRING;
        }
        if (value instanceof Boolean) {
            return Type.BOOLEAN;
        }
        return value instanceof Map<?, ?> ? Type.context(Map.of()) : temporalType(value);
    }

    private static Type temporalType(Object value) {
        if (value instanceof LocalDate) {
            return Type.DATE;
        }
        if (value instanceof ZonedDateTime) {
            return Type.DATE_TIME;
        }
        if (value instanceof LocalTime) {
            return Type.TIME;
        }
        if (value instanceof Duration) {
            return Type.DURATION;
        }
        return value instanceof Period ? Type.MONTHS : Type.ANY;
    }

    /** A value as a literal of the language; it parses to an equal value. */
    static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof String text) {
            return Texts.quote(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map).toString();
        }
        return temporalText(value);
    }

    private static String temporalText(@Nullable Object value) {
        if (value instanceof LocalDate) {
            return "date(\"" + value + "\")";
        }
        if (value instanceof ZonedDateTime time) {
            return "date and time(\"" + Texts.dateTime(time) + "\")";
        }
        if (value instanceof LocalTime time) {
            return "time(\"" + Texts.time(time) + "\")";
        }
        if (value instanceof Duration || value instanceof Period) {
            return "duration(\"" + (value instanceof Duration duration ? Texts.duration(duration) : value) + "\")";
        }
        return String.valueOf(value);
    }
}
