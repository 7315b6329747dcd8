package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.ast.infixexecutors.PowExecutor;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;
import org.kie.dmn.feel.runtime.FEELFunction;

/** The way to Drools' own function objects, with values in their form on the way in and in ours on the way out. */
final class Kie {
    private static final BigDecimal MAX_POWER = BigDecimal.valueOf(1000);
    private static final EvaluationContext CONTEXT = new EvaluationContextImpl(
            Kie.class.getClassLoader(), new FEELEventListenersManager(), FEELDialect.FEEL, DMNVersion.V1_5);

    private Kie() {}

    /** Null where the exponent is beyond 1,000: no rule needs it, and computing it may take for ever. */
    static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.abs().compareTo(MAX_POWER) > 0 || (base.signum() == 0 && exponent.signum() < 0)) {
            return null;
        }
        Object result = PowExecutor.instance().evaluate(base, exponent, CONTEXT);
        return result instanceof BigDecimal number ? Numbers.result(number) : null;
    }

    static @Nullable Object call(FEELFunction function, List<@Nullable Object> arguments, ZoneId zone) {
        Object[] given = new Object[arguments.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = theirs(arguments.get(i));
        }
        return ours(function.invokeReflectively(CONTEXT, given), zone);
    }

    private static @Nullable Object theirs(@Nullable Object value) {
        return value instanceof Period period ? new ComparablePeriod(period) : value;
    }

    private static @Nullable Object ours(@Nullable Object value, ZoneId zone) {
        if (value instanceof Number number) {
            return Numbers.result(number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString()));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>(list.size());
            list.forEach(item -> values.add(ours(item, zone)));
            return Collections.unmodifiableList(values);
        }
        return temporal(value, zone);
    }

    private static @Nullable Object temporal(@Nullable Object value, ZoneId zone) {
        if (value instanceof LocalDateTime local) {
            return local.atZone(zone);
        }
        if (value instanceof ZonedDateTime time) {
            return time.withZoneSameInstant(zone);
        }
        if (value instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(zone);
        }
        if (value instanceof ChronoPeriod length) {
            Period period = Period.from(length).normalized();
            return period.getDays() == 0 ? period : null;
        }
        // a time with an offset has no order among local times: none is better than a wrong one
        return value instanceof TemporalAccessor && !(value instanceof LocalDate) && !(value instanceof LocalTime)
                ? null
                : value;
    }
}
