package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filorosso.engine.match.RowVerdict.NONE;
import static org.filorosso.engine.match.RowVerdict.WHEN;
import static org.filorosso.engine.match.Rows.is;
import static org.filorosso.engine.match.Rows.number;

import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hazard: an explanation names the wrong cell or the wrong missing attribute. */
class VerdictTest {

    private final Names names = new Names();
    private Rows rows;
    private Condition plan;
    private Condition spend;
    private Condition appSpend;

    @BeforeEach
    void declare() {
        int planSlot = names.declare("plan", Type.STRING, Set.of());
        int spendSlot = names.declare("spend", Type.NUMBER, Set.of());
        Expr first = new Expr.Name(planSlot, "plan", Type.STRING);
        Expr second = new Expr.Name(spendSlot, "spend", Type.NUMBER);
        int header = names.intern(new Expr.If(new Expr.IsNull(first, false), second, second, Type.NUMBER));
        rows = new Rows(names);
        plan = rows.cell("plan", is("a"));
        spend = rows.cell("spend", org.filorosso.engine.feel.Test.Compare.of(Op.GE, number("30")));
        appSpend = new Condition("if plan = null then spend else spend", header, spend.test(), "cell");
    }

    private RowVerdict verdict(Row row, Map<String, Object> values) {
        Playbook playbook = rows.playbook();
        return PlainMatcher.of(playbook).verdict(row, Rows.customer(playbook, values));
    }

    @Test
    void trueNamesNothing() {
        assertThat(verdict(Rows.row(0, false, null, plan, spend), Map.of("plan", "a", "spend", number("30"))))
                .isEqualTo(new RowVerdict(Truth.TRUE, NONE, 0, NONE));
    }

    @Test
    void falseGoesBeforeUnknown() {
        assertThat(verdict(Rows.row(0, false, null, plan, spend), Map.of("spend", number("24.5"))))
                .isEqualTo(new RowVerdict(Truth.FALSE, 1, 2, NONE));
    }

    @Test
    void theFirstOfSeveralIsNamed() {
        assertThat(verdict(Rows.row(0, false, null, plan, spend), Map.of("plan", "b", "spend", number("1"))))
                .isEqualTo(new RowVerdict(Truth.FALSE, 0, 2, NONE));
    }

    @Test
    void unknownNamesTheMissingAttribute() {
        assertThat(verdict(Rows.row(0, false, null, plan, spend), Map.of("plan", "a")))
                .isEqualTo(new RowVerdict(Truth.UNKNOWN, 1, 1, rows.slot("spend")));
    }

    /** The plan is missing too, but the header has no answer only where both are; the first missing one is named. */
    @Test
    void unknownHeaderNamesWhatItReads() {
        assertThat(verdict(Rows.row(0, false, null, appSpend), Map.of("plan", "a")))
                .isEqualTo(new RowVerdict(Truth.UNKNOWN, 0, 1, rows.slot("spend")));
    }

    @Test
    void whenIsNamedAsItself() {
        Expr app = new Expr.Compare(
                Op.EQ, new Expr.Name(rows.slot("plan"), "plan", Type.STRING), new Expr.Literal("a", Double.NaN));
        assertThat(verdict(Rows.row(0, false, app, spend), Map.of("spend", number("30"))))
                .isEqualTo(new RowVerdict(Truth.UNKNOWN, WHEN, 1, rows.slot("plan")));
        assertThat(verdict(Rows.row(0, false, app, spend), Map.of("spend", number("30"), "plan", "b")))
                .isEqualTo(new RowVerdict(Truth.FALSE, WHEN, 1, NONE));
    }

    /** A value of a type that has no answer: nothing is missing. */
    @Test
    void unknownWithoutAGapNamesNoAttribute() {
        assertThat(verdict(Rows.row(0, false, null, spend), Map.of("spend", "much")))
                .isEqualTo(new RowVerdict(Truth.UNKNOWN, 0, 1, NONE));
    }
}
