package org.filorosso.engine.playbook;

import java.util.List;
import org.filorosso.engine.feel.Expr;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a conditional table has: its identity, where it stands, its conditions, dates and reason.
 *
 * @param index dense number over all conditional rows of the playbook, from 0, in canonical table order
 * @param id unique in its table
 * @param table canonical table name, such as {@code engagement}
 * @param line line of the file or row of the sheet, from 1
 * @param conditions the condition cells that are not empty, in column order; all must hold
 * @param when one more condition, or null
 * @param whenUnknown what an unknown row does: false = it does not match; true = it matches when none of its conditions
 *     is false
 */
public record Row(
        int index,
        String id,
        String table,
        int line,
        List<Condition> conditions,
        @Nullable Expr when,
        boolean whenUnknown,
        Dates dates,
        Playbook.Texts reason) {

    /** Where the row stands, such as {@code engagement.csv:31}. */
    public String source() {
        return table + ".csv:" + line;
    }

    /** True when the row has neither a condition cell nor a {@code when}: it matches everybody. */
    public boolean unconditional() {
        return conditions.isEmpty() && when == null;
    }

    /** The same conditions in another row let both share one match. */
    public Conditions key() {
        return new Conditions(
                conditions.stream().map(c -> new Slotted(c.slot(), c.test())).toList(), when, whenUnknown);
    }

    /** The part of a row that decides whether it matches. */
    public record Conditions(List<Slotted> tests, @Nullable Expr when, boolean whenUnknown) {}

    /** A test over a slot. */
    public record Slotted(int slot, org.filorosso.engine.feel.Test test) {}
}
