package org.filorosso.api.response;

import java.math.BigDecimal;
import java.util.function.Function;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Action;
import org.jspecify.annotations.Nullable;

/** Money of an action that is a plain number in the playbook: what depends on the customer only a decision knows. */
final class Constants {
    private Constants() {}

    /** The number, or {@code otherwise} where the playbook says none or a rule. */
    static BigDecimal of(@Nullable Action action, Function<Action.Terms, @Nullable Expr> which, BigDecimal otherwise) {
        BigDecimal number = orNull(action, which);
        return number == null ? otherwise : number;
    }

    /** The number, or null. */
    static @Nullable BigDecimal orNull(@Nullable Action action, Function<Action.Terms, @Nullable Expr> which) {
        Expr expr = action == null ? null : which.apply(action.terms());
        return expr instanceof Expr.Literal literal && literal.constant() instanceof BigDecimal number ? number : null;
    }
}
