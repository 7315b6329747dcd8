package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Price;
import org.jspecify.annotations.Nullable;

/** What each action is worth, costs and is quoted at for this customer; worked out once per action, when asked. */
final class Pricing {

    private final Deciding deciding;
    private final Map<Integer, Quoted> known = new HashMap<>();

    Pricing(Deciding deciding) {
        this.deciding = deciding;
    }

    /**
     * Terms for this customer.
     *
     * @param value null when missing
     * @param cost 0 when the playbook says none; NaN when it says one that is missing now
     * @param price null when there are no terms
     * @param honoured the quote that set the price, or null
     * @param sameTerms the row that made it count, or null
     */
    record Quoted(
            @Nullable BigDecimal value,
            double cost,
            @Nullable BigDecimal price,
            State.@Nullable Quote honoured,
            @Nullable Coherence sameTerms) {}

    Quoted of(int action) {
        Quoted quoted = known.get(action);
        if (quoted == null) {
            quoted = work(deciding.action(action));
            known.put(action, quoted);
        }
        return quoted;
    }

    double cost(int action) {
        return of(action).cost();
    }

    /** True while terms once presented to this customer have to be honoured. */
    boolean quoted(int action) {
        return best(deciding.action(action), Coherence.Better.LOWER) != null;
    }

    private Quoted work(Action action) {
        Action.Terms terms = terms(action);
        BigDecimal price = number(terms.price());
        Expr costs = terms.cost();
        BigDecimal cost = number(costs);
        double spent = costs == null ? 0 : cost == null ? Double.NaN : cost.doubleValue();
        Coherence row = sameTerms(action.index());
        State.Quote quote = row == null ? null : best(action, row.better());
        if (row != null && quote != null && better(quote.price(), price, row.better())) {
            return new Quoted(number(terms.value()), spent, quote.price(), quote, row);
        }
        return new Quoted(number(terms.value()), spent, price, null, null);
    }

    /** The action's own terms, each overridden by the first matching price row that states it. */
    private Action.Terms terms(Action action) {
        List<Price> prices = deciding.blueprint.prices.getOrDefault(action.index(), List.of());
        for (Price price : prices) {
            if (deciding.matches(price.row())) {
                Action.Terms own = action.terms();
                Action.Terms over = price.terms();
                return new Action.Terms(
                        or(over.value(), own.value()), or(over.cost(), own.cost()), or(over.price(), own.price()));
            }
        }
        return action.terms();
    }

    private static @Nullable Expr or(@Nullable Expr first, @Nullable Expr second) {
        return first == null ? second : first;
    }

    private @Nullable BigDecimal number(@Nullable Expr expr) {
        return expr != null && expr.value(deciding.fact) instanceof BigDecimal number ? number : null;
    }

    private @Nullable Coherence sameTerms(int action) {
        for (Coherence row : deciding.playbook().tables().coherence()) {
            if (row.kind() == Coherence.Kind.SAME_TERMS && row.target().names(action) && deciding.matches(row.row())) {
                return row;
            }
        }
        return null;
    }

    /** The best price this customer was quoted for the action and that still stands, or null. */
    private State.@Nullable Quote best(Action action, Coherence.Better better) {
        Instant now = deciding.now.toInstant();
        State.Quote best = null;
        for (State.Quote quote : deciding.state.quotes()) {
            if (quote.action().equals(action.name())
                    && quote.stands(now)
                    && (best == null || better(quote.price(), best.price(), better))) {
                best = quote;
            }
        }
        return best;
    }

    private static boolean better(BigDecimal price, @Nullable BigDecimal than, Coherence.Better better) {
        if (than == null) {
            return true;
        }
        int sign = price.compareTo(than);
        return better == Coherence.Better.LOWER ? sign <= 0 : sign >= 0;
    }
}
