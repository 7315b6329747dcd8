package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Arithmetic over numbers, texts, dates and durations (DMN 1.5, table 57). */
public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("**");

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static @Nullable Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** The type of the result; null where the operator is not defined for the two. */
    @Nullable
    Type type(Type left, Type right) {
        if (left.loose() || right.loose()) {
            return left.is(Type.Kind.NUMBER) && right.loose() && this == POWER ? Type.NUMBER : Type.ANY;
        }
        if (left.is(Type.Kind.NUMBER) && right.is(Type.Kind.NUMBER)) {
            return Type.NUMBER;
        }
        return switch (this) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> scaled(left, right);
            case DIVIDE -> length(left) && left.equals(right) ? Type.NUMBER : scaled(left, right);
            case POWER -> null;
        };
    }

    private static @Nullable Type sum(Type left, Type right) {
        if (left.equals(right) && (length(left) || left.is(Type.Kind.STRING))) {
            return left;
        }
        return length(left) ? shifted(right, left) : shifted(left, right);
    }

    private static @Nullable Type difference(Type left, Type right) {
        if (left.equals(right) && moment(left)) {
            return Type.DURATION;
        }
        return left.equals(right) && length(left) ? left : shifted(left, right);
    }

    private static @Nullable Type shifted(Type moment, Type length) {
        boolean fits = moment(moment) && length(length);
        return fits && !(moment.is(Type.Kind.TIME) && length.is(Type.Kind.MONTHS)) ? moment : null;
    }

    private @Nullable Type scaled(Type left, Type right) {
        if (length(left) && right.is(Type.Kind.NUMBER)) {
            return left;
        }
        return this == MULTIPLY && length(right) && left.is(Type.Kind.NUMBER) ? right : null;
    }

    private static boolean length(Type type) {
        return type.is(Type.Kind.DURATION) || type.is(Type.Kind.MONTHS);
    }

    private static boolean moment(Type type) {
        return type.is(Type.Kind.DATE) || type.is(Type.Kind.DATE_TIME) || type.is(Type.Kind.TIME);
    }

    /** The result, or null where a side is missing or there is none (a division by zero, an overflow). */
    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        try {
            return left instanceof BigDecimal l && right instanceof BigDecimal r ? numbers(l, r) : others(left, right);
        } catch (ArithmeticException | DateTimeException e) {
            return null; // FEEL: an operation without a result is null, that is unknown
        }
    }

    private @Nullable BigDecimal numbers(BigDecimal left, BigDecimal right) {
        return switch (this) {
            case ADD -> Numbers.result(left.add(right, MathContext.DECIMAL128));
            case SUBTRACT -> Numbers.result(left.subtract(right, MathContext.DECIMAL128));
            case MULTIPLY -> Numbers.result(left.multiply(right, MathContext.DECIMAL128));
            case DIVIDE -> right.signum() == 0 ? null : Numbers.result(left.divide(right, MathContext.DECIMAL128));
            case POWER -> Kie.power(left, right);
        };
    }

    private @Nullable Object others(Object left, Object right) {
        return switch (this) {
            case ADD -> add(left, right);
            case SUBTRACT -> subtract(left, right);
            case MULTIPLY -> left instanceof BigDecimal factor ? scale(right, factor) : multiply(left, right);
            case DIVIDE -> divide(left, right);
            case POWER -> null;
        };
    }

    private static @Nullable Object add(Object left, Object right) {
        if (left instanceof String l && right instanceof String r) {
            return l.length() + r.length() > 10_000 ? null : l + r;
        }
        if (left instanceof Duration l && right instanceof Duration r) {
            return l.plus(r);
        }
        if (left instanceof Period l && right instanceof Period r) {
            return l.plus(r).normalized();
        }
        return left instanceof Temporal moment ? shift(moment, right) : shift(right, left);
    }

    private static @Nullable Object subtract(Object left, Object right) {
        if (left instanceof Temporal l && right instanceof Temporal r) {
            return l.getClass() == r.getClass() ? Duration.between(comparable(r), comparable(l)) : null;
        }
        return add(left, opposite(right));
    }

    private static Object opposite(Object length) {
        Object negative = negate(length);
        return negative == null ? length : negative;
    }

    private static Temporal comparable(Temporal moment) {
        return moment instanceof LocalDate date ? date.atStartOfDay(ZoneOffset.UTC) : moment;
    }

    private static @Nullable Object shift(Object moment, Object length) {
        if (moment instanceof LocalDate date) {
            return length instanceof Duration d
                    ? date.atStartOfDay().plus(d).toLocalDate()
                    : length instanceof Period p ? date.plus(p) : null;
        }
        if (moment instanceof ZonedDateTime time) {
            return length instanceof Duration d ? time.plus(d) : length instanceof Period p ? time.plus(p) : null;
        }
        return moment instanceof LocalTime time && length instanceof Duration d ? time.plus(d) : null;
    }

    private static @Nullable Object multiply(Object left, Object right) {
        return right instanceof BigDecimal factor ? scale(left, factor) : null;
    }

    private static @Nullable Object divide(Object left, Object right) {
        if (left instanceof Duration l && right instanceof Duration r) {
            return quotient(seconds(l), seconds(r));
        }
        if (left instanceof Period l && right instanceof Period r) {
            return quotient(BigDecimal.valueOf(l.toTotalMonths()), BigDecimal.valueOf(r.toTotalMonths()));
        }
        BigDecimal part = right instanceof BigDecimal divisor ? quotient(BigDecimal.ONE, divisor) : null;
        return part == null ? null : scale(left, part);
    }

    private static @Nullable BigDecimal quotient(BigDecimal left, BigDecimal right) {
        return right.signum() == 0 ? null : Numbers.result(left.divide(right, MathContext.DECIMAL128));
    }

    private static @Nullable Object scale(Object length, BigDecimal factor) {
        if (length instanceof Duration duration) {
            BigDecimal nanos = seconds(duration).multiply(factor).multiply(NANOS);
            return Duration.ofNanos(
                    nanos.setScale(0, java.math.RoundingMode.HALF_EVEN).longValueExact());
        }
        return length instanceof Period period
                ? Period.ofMonths(BigDecimal.valueOf(period.toTotalMonths())
                                .multiply(factor)
                                .setScale(0, java.math.RoundingMode.DOWN)
                                .intValueExact())
                        .normalized()
                : null;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    static @Nullable Object negate(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.negate();
        }
        if (value instanceof Duration duration) {
            return duration.negated();
        }
        return value instanceof Period period ? period.negated() : null;
    }
}
