package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of records, and the parts of dates and durations (DMN 1.5, table 65). */
final class Paths {
    private static final Set<String> OF_DATE = Set.of("year", "month", "day", "weekday");
    private static final Set<String> OF_TIME = Set.of("hour", "minute", "second");
    private static final Set<String> OF_DURATION = Set.of("days", "hours", "minutes", "seconds");
    private static final Set<String> OF_MONTHS = Set.of("years", "months");

    private Paths() {}

    /** The names that may follow a value of a type. */
    static Set<String> fields(Type type) {
        return switch (type.kind()) {
            case DATE -> OF_DATE;
            case TIME -> OF_TIME;
            case DATE_TIME -> Set.of("year", "month", "day", "weekday", "hour", "minute", "second");
            case DURATION -> OF_DURATION;
            case MONTHS -> OF_MONTHS;
            case CONTEXT -> type.fields().keySet();
            case LIST -> fields(type.elements());
            default -> Set.of();
        };
    }

    /** The type of a field; null where there is no such field. */
    static @Nullable Type type(Type owner, String field) {
        if (owner.is(Type.Kind.ANY)
                || (owner.is(Type.Kind.CONTEXT) && owner.fields().isEmpty())) {
            return Type.ANY;
        }
        if (owner.is(Type.Kind.LIST)) {
            Type each = type(owner.elements(), field);
            return each == null ? null : Type.list(each);
        }
        if (owner.is(Type.Kind.CONTEXT)) {
            return owner.fields().get(field);
        }
        return fields(owner).contains(field) ? Type.NUMBER : null;
    }

    static boolean has(@Nullable Object owner, String field) {
        return owner instanceof Map<?, ?> map && map.containsKey(field);
    }

    static @Nullable Object read(@Nullable Object owner, String field) {
        if (owner instanceof Map<?, ?> map) {
            return map.get(field);
        }
        if (owner instanceof List<?> list) {
            return each(list, field);
        }
        Long part = owner == null ? null : part(owner, field);
        return part == null ? null : Numbers.normal(BigDecimal.valueOf(part));
    }

    private static List<@Nullable Object> each(List<?> list, String field) {
        List<@Nullable Object> values = new ArrayList<>(list.size());
        list.forEach(item -> values.add(read(item, field)));
        return Collections.unmodifiableList(values);
    }

    private static @Nullable Long part(Object owner, String field) {
        if (owner instanceof ZonedDateTime time) {
            Long ofDate = date(time.toLocalDate(), field);
            return ofDate == null ? time(time.toLocalTime(), field) : ofDate;
        }
        if (owner instanceof LocalDate date) {
            return date(date, field);
        }
        return owner instanceof LocalTime time ? time(time, field) : length(owner, field);
    }

    private static @Nullable Long date(LocalDate date, String field) {
        return switch (field) {
            case "year" -> (long) date.getYear();
            case "month" -> (long) date.getMonthValue();
            case "day" -> (long) date.getDayOfMonth();
            case "weekday" -> (long) date.getDayOfWeek().getValue();
            default -> null;
        };
    }

    private static @Nullable Long time(LocalTime time, String field) {
        return switch (field) {
            case "hour" -> (long) time.getHour();
            case "minute" -> (long) time.getMinute();
            case "second" -> (long) time.getSecond();
            default -> null;
        };
    }

    private static @Nullable Long length(Object length, String field) {
        if (length instanceof Period period) {
            return switch (field) {
                case "years" -> period.toTotalMonths() / 12;
                case "months" -> period.toTotalMonths() % 12;
                default -> null;
            };
        }
        return length instanceof Duration duration ? duration(duration, field) : null;
    }

    private static @Nullable Long duration(Duration duration, String field) {
        return switch (field) {
            case "days" -> duration.toDays();
            case "hours" -> (long) duration.toHoursPart();
            case "minutes" -> (long) duration.toMinutesPart();
            case "seconds" -> (long) duration.toSecondsPart();
            default -> null;
        };
    }
}
