package org.filorosso.api.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** The totals of one group, as the formulas of kpis.csv read them. */
final class KpiTotals {
    static final List<String> NAMES = List.of(
            "acceptances",
            "value",
            "cost",
            "contacts",
            "customers",
            "churned",
            "opt outs",
            "promoters",
            "detractors",
            "surveyed",
            "revenue");

    private static final MathContext SHOWN = new MathContext(12);
    private static final int FROM_EVENTS = NAMES.indexOf("churned");
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    private final boolean withEvents;
    private final double[] sums = new double[NAMES.size()];
    private final Map<String, Map<String, BigDecimal>> events = new LinkedHashMap<>();

    KpiTotals(Playbook playbook, boolean withEvents) {
        this.withEvents = withEvents;
        if (withEvents) {
            playbook.tables().events().forEach(type -> events.put(type.name(), zeros(type)));
        }
    }

    private static Map<String, BigDecimal> zeros(EventType type) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        sums.put("count", BigDecimal.ZERO);
        type.fields().values().stream()
                .filter(field -> field.type().equals(org.filorosso.engine.feel.Type.NUMBER))
                .forEach(field -> sums.put(field.name(), BigDecimal.ZERO));
        return sums;
    }

    void add(String total, double amount) {
        sums[NAMES.indexOf(total)] += amount;
    }

    /** What an event adds; who left, and what was bought, are told by the caller. */
    void add(Event event) {
        Map<String, BigDecimal> declared = events.get(event.event());
        if (declared != null) {
            declared.replaceAll((field, sum) -> field.equals("count")
                    ? sum.add(BigDecimal.ONE)
                    : event.field(field) instanceof BigDecimal number ? sum.add(number) : sum);
        }
        if (event.event().equals("opt-out")) {
            add("opt outs", 1);
        }
        if (event.event().equals("survey") && event.field("score") instanceof BigDecimal score) {
            add("surveyed", 1);
            add("promoters", score.intValue() >= PROMOTER ? 1 : 0);
            add("detractors", score.intValue() <= DETRACTOR ? 1 : 0);
        }
    }

    /** The figures of these totals. */
    KpiReport.Result result(@Nullable String key, List<Kpi> kpis) {
        Map<String, @Nullable BigDecimal> totals = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            totals.put(NAMES.get(i), i >= FROM_EVENTS && !withEvents ? null : shown(sums[i]));
        }
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        kpis.forEach(kpi -> values.put(kpi.name(), value(kpi, totals)));
        events.values().forEach(sums -> sums.replaceAll((field, sum) -> plain(sum)));
        return new KpiReport.Result(key, totals, events, values);
    }

    private @Nullable BigDecimal value(Kpi kpi, Map<String, @Nullable BigDecimal> totals) {
        @Nullable Object[] slots = new @Nullable Object[kpi.totals().size()];
        totals.forEach((name, total) -> kpi.totals().find(name).ifPresent(slot -> slots[slot] = total));
        events.forEach((name, sums) -> kpi.totals().find(name).ifPresent(slot -> slots[slot] = sums));
        Object value = kpi.formula().value(new Totals(slots));
        return value instanceof BigDecimal number ? plain(number.round(SHOWN)) : null;
    }

    private static BigDecimal shown(double sum) {
        return plain(BigDecimal.valueOf(sum).round(SHOWN));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** What a formula reads. */
    private record Totals(@Nullable Object[] slots) implements Reading {
        @Override
        public @Nullable Object value(int slot) {
            return slots[slot];
        }

        @Override
        public double number(int slot) {
            return slots[slot] instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
        }
    }
}
