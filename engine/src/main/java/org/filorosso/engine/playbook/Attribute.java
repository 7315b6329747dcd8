package org.filorosso.engine.playbook;

import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the data dictionary.
 *
 * @param slot where a decision keeps its value
 * @param values allowed values of a string or list; empty means any
 * @param maxAge a customer's value older than this counts as missing; null means it never ages
 * @param formula of a derived attribute, else null
 * @param field the column's name in the files this company exports, or null
 */
public record Attribute(
        int slot,
        int line,
        String name,
        Source source,
        Type type,
        Set<String> values,
        String unit,
        @Nullable Span maxAge,
        boolean pii,
        @Nullable Expr formula,
        @Nullable String field,
        String description) {

    /** The same, computed by a formula. */
    public Attribute withFormula(@Nullable Expr newFormula) {
        return new Attribute(slot, line, name, source, type, values, unit, maxAge, pii, newFormula, field, description);
    }

    /** Where a value comes from. */
    public enum Source {
        CUSTOMER,
        CONTEXT,
        DERIVED
    }
}
