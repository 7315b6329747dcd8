package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.feel.Vocabulary;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Kpi;

/** Reads kpis.csv; its formulas look at the totals of a period, not at a customer. */
final class KpiRows {
    static final Set<String> TOTALS = Set.of(
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
    private static final int MOST = 7;
    private static final Map<String, Boolean> BETTER = Words.yesNo("higher", "lower");

    private final Cells cells;
    private final Wordings texts;
    private final Names totals = new Names();
    private final Formulas formulas;

    KpiRows(Cells cells, Wordings texts, List<EventType> events, ZoneId zone) {
        this.cells = cells;
        this.texts = texts;
        TOTALS.stream().sorted().forEach(name -> totals.declare(name, Type.NUMBER, Set.of()));
        events.forEach(event -> totals.declare(event.name(), sums(event), Set.of()));
        this.formulas = new Formulas(new Feel(totals, new NoPast(), zone), cells, slots -> {});
    }

    private static Type sums(EventType event) {
        Map<String, Type> sums = new LinkedHashMap<>();
        sums.put("count", Type.NUMBER);
        event.fields().values().stream()
                .filter(field -> field.type().equals(Type.NUMBER))
                .forEach(field -> sums.put(field.name(), Type.NUMBER));
        return Type.context(sums);
    }

    List<Kpi> read(List<Entry> lines) {
        Unique names = new Unique("kpi");
        if (lines.size() > MOST) {
            lines.get(MOST)
                    .error(
                            Code.TOO_MANY_KPIS,
                            "this is the eighth figure of " + lines.size() + ", and seven are what all teams can share",
                            "Maybe drop those that decide nothing.");
        }
        return lines.stream().map(line -> kpi(line, names)).toList();
    }

    private Kpi kpi(Entry line, Unique names) {
        names.check(line);
        line.need("formula");
        Expr formula = formulas.number(line, "formula", Bounds.FINITE);
        return new Kpi(
                line.text("kpi"),
                texts.read(line, "title"),
                formula == null ? Scope.ZERO : formula,
                totals,
                line.text("unit"),
                Objects.requireNonNullElse(line.choice("better", BETTER, true), true),
                goal(line),
                line.text("guardrail"),
                line.text("owner"));
    }

    private String goal(Entry line) {
        if (line.text("goal").endsWith("%")) {
            return cells.percent(line, "goal", 0, Bounds.FINITE) == 0 ? "0" : line.text("goal");
        }
        BigDecimal number = cells.number(line, "goal", Bounds.FINITE);
        return number == null ? "" : number.toPlainString();
    }

    /** A period's totals have no history to ask. */
    private static final class NoPast implements Vocabulary {
        @Override
        public void check(HistoryCall call) throws FeelException {
            throw new FeelException(
                    "a figure is computed from the period's totals, not from one customer's history",
                    "Maybe acceptances / contacts",
                    0);
        }

        @Override
        public Type typeOf(HistoryCall call) {
            return Type.NUMBER;
        }
    }
}
