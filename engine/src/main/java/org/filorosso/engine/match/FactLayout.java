package org.filorosso.engine.match;

import java.util.BitSet;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** How the slots of a playbook's facts are filled: given, asked of the history, or computed from other slots. */
public final class FactLayout {

    private final @Nullable HistoryCall[] calls;
    private final @Nullable Expr[] formulas;

    private FactLayout(int size) {
        this.calls = new HistoryCall[size];
        this.formulas = new Expr[size];
    }

    public static FactLayout of(Playbook playbook) {
        FactLayout layout = new FactLayout(playbook.names().size());
        for (int slot = 0; slot < layout.size(); slot++) {
            layout.describe(slot, playbook.names().slot(slot));
        }
        for (Attribute attribute : playbook.tables().attributes()) {
            layout.formulas[attribute.slot()] = attribute.formula();
        }
        return layout;
    }

    private void describe(int slot, Slot kind) {
        if (kind instanceof Slot.Counted counted) {
            calls[slot] = counted.call();
        } else if (kind instanceof Slot.Computed computed) {
            formulas[slot] = computed.expr();
        }
    }

    public int size() {
        return calls.length;
    }

    /** A fact with nothing set. */
    public Fact fact(Fact.Answers answers) {
        return new Fact(this, answers);
    }

    /** The slots given and all that are computed from them, directly or not. */
    public BitSet following(BitSet given) {
        BitSet following = (BitSet) given.clone();
        int known = -1;
        while (known != following.cardinality()) {
            known = following.cardinality();
            for (int slot = 0; slot < formulas.length; slot++) {
                Expr formula = formulas[slot];
                if (formula != null && formula.slots().stream().anyMatch(following::get)) {
                    following.set(slot);
                }
            }
        }
        return following;
    }

    /** What computes the slot's value from other slots; null where it is given or asked of the history. */
    @Nullable
    Expr formula(int slot) {
        return formulas[slot];
    }

    @Nullable
    Object compute(int slot, Fact fact, Fact.Answers answers) {
        HistoryCall call = calls[slot];
        if (call != null) {
            return answers.answer(call);
        }
        Expr formula = formulas[slot];
        return formula == null ? null : formula.value(fact);
    }
}
