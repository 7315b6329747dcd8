package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.PropensityRow;

/** Reads the tables of what an action is worth: prices.csv, budgets.csv, arbitration.csv and propensity.csv. */
final class MoneyRows {
    private static final Map<String, Boolean> FACTORS = Words.yesNo("lever", "context");
    private static final Map<String, Boolean> AT_LIMIT = Words.yesNo("stop", "warn");

    private final Scope scope;

    MoneyRows(Scope scope) {
        this.scope = scope;
    }

    Price price(Entry line) {
        if (!line.has("value") && !line.has("cost") && !line.has("price")) {
            line.error(Code.EMPTY_CELL, "the row overrides nothing", "Maybe fill value, cost or price.");
        }
        return new Price(
                scope.rows().read(line),
                scope.references().action(line),
                scope.formulas().terms(line));
    }

    List<Budget> budgets(List<Entry> lines) {
        return lines.stream().map(this::budget).toList();
    }

    private Budget budget(Entry line) {
        scope.rows().checkId(line);
        line.need("amount");
        Channel channel = scope.references().channel(line);
        BigDecimal amount = scope.cells().number(line, "amount", Bounds.POSITIVE);
        return new Budget(
                line.id(),
                line.number(),
                scope.references().target(line, "target"),
                channel == null ? null : channel.index(),
                amount == null ? BigDecimal.ONE : amount,
                Objects.requireNonNullElse(line.choice("per", Words.of(Budget.Per.class), null), Budget.Per.ALL),
                Objects.requireNonNullElse(
                        line.choice("counts", Words.of(Budget.Counts.class), null), Budget.Counts.BOTH),
                Boolean.TRUE.equals(line.choice("at limit", AT_LIMIT, null)),
                scope.cells().dates(line));
    }

    Arbitration arbitration(Entry line) {
        line.need("weight");
        Expr weight = scope.formulas().fraction(line, "weight", Bounds.FINITE);
        return new Arbitration(
                scope.rows().read(line),
                scope.references().target(line, "target"),
                Boolean.TRUE.equals(line.choice("factor", FACTORS, null)),
                weight == null ? Scope.ZERO : weight);
    }

    PropensityRow propensity(Entry line) {
        line.need("prior");
        Expr prior = scope.formulas().number(line, "prior", Bounds.SHARE);
        BigDecimal strength = scope.cells().number(line, "strength", Bounds.POSITIVE);
        return new PropensityRow(
                scope.rows().read(line),
                scope.references().target(line, "target"),
                prior == null ? Scope.ZERO : prior,
                strength == null ? 2 : strength.doubleValue());
    }
}
