package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filorosso.engine.match.Rows.is;
import static org.filorosso.engine.match.Rows.number;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test.Compare;
import org.filorosso.engine.feel.Test.OneOf;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hazards of indexes and shared nodes, each with enough rows for the network to build the index. */
class DroolsMatcherTest {

    private final Names names = new Names();
    private Rows rows;

    @BeforeEach
    void declare() {
        names.declare("plan", Type.STRING, Set.of());
        names.declare("spend", Type.NUMBER, Set.of());
        names.declare("owns app", Type.BOOLEAN, Set.of());
        rows = new Rows(names);
    }

    private BitSet matching(Map<String, Object> values) {
        Playbook playbook = rows.playbook();
        return Rows.matching(DroolsMatcher.of(playbook), playbook, Rows.customer(playbook, values));
    }

    private static BitSet only(int... indexes) {
        BitSet set = new BitSet();
        IntStream.of(indexes).forEach(set::set);
        return set;
    }

    /** Hazard: 60 and 60.0 are two keys of an index. */
    @Test
    void sixtyIsSixtyPointZero() {
        List.of("60.0", "61", "62", "6E+1", "63").forEach(n -> rows.add(rows.cell("spend", is(number(n)))));
        assertThat(matching(Map.of("spend", number("60")))).isEqualTo(only(0, 3));
    }

    /** Hazard: numbers that differ beyond what a double holds are taken for one. */
    @Test
    void numbersDifferAlsoInTheTwentiethDigit() {
        List<String> numbers = List.of("60", "60.00000000000000000001", "60.00000000000000000002", "1E+400", "2E+400");
        numbers.forEach(n -> rows.add(rows.cell("spend", is(number(n)))));
        numbers.forEach(n -> rows.add(rows.cell("spend", Compare.of(Op.GT, number(n)))));
        assertThat(matching(Map.of("spend", number("60.00000000000000000001")))).isEqualTo(only(1, 5));
        assertThat(matching(Map.of("spend", number("1E+400")))).isEqualTo(only(3, 5, 6, 7));
    }

    /** Hazard: the text "60" finds the number 60 under one key of an index. */
    @Test
    void textsAreNotNumbers() {
        List.of("60", "61", "62", "true").forEach(text -> rows.add(rows.cell("plan", is(text))));
        List.of("60", "61", "62").forEach(n -> rows.add(rows.cell("plan", is(number(n)))));
        rows.add(rows.cell("plan", is(true))).add(rows.cell("plan", is(false)));
        assertThat(matching(Map.of("plan", "60"))).isEqualTo(only(0));
        assertThat(matching(Map.of("plan", number("60")))).isEqualTo(only(4));
        assertThat(matching(Map.of("plan", true))).isEqualTo(only(7));
    }

    /** Hazard: a missing value is taken for some key, or lets {@code not} through. */
    @Test
    void nothingMatchesAMissingValueUnlessTheRowSaysSo() {
        List.of("a", "b", "c", "null").forEach(text -> rows.add(rows.cell("plan", is(text))));
        rows.add(rows.cell("plan", Compare.of(Op.NE, "a")));
        rows.addLenient(rows.cell("plan", is("a"))).addLenient(rows.cell("plan", is("b")));
        assertThat(matching(Map.of())).isEqualTo(only(5, 6));
        assertThat(matching(Map.of("plan", "a"))).isEqualTo(only(0, 5));
    }

    /** Hazard: a strict and a lenient row with the same cells share a node. */
    @Test
    void strictAndLenientRowsAreToldApart() {
        for (String n : List.of("10", "20", "30", "40")) {
            rows.add(rows.cell("spend", Compare.of(Op.GT, number(n))));
            rows.addLenient(rows.cell("spend", Compare.of(Op.GT, number(n))));
        }
        assertThat(matching(Map.of())).isEqualTo(only(1, 3, 5, 7));
        assertThat(matching(Map.of("spend", number("20")))).isEqualTo(only(0, 1));
    }

    /** Hazard: what holds for nobody or for everybody is asked of each customer, or lost. */
    @Test
    void constantRowsNeedNoNetwork() {
        Expr yes = new Expr.Literal(true, Double.NaN);
        Expr no = new Expr.Literal(false, Double.NaN);
        Expr unknown = new Expr.Literal(null, Double.NaN);
        rows.add().add(false, yes).add(false, no).add(false, unknown).add(true, unknown);
        rows.add(false, yes, rows.cell("plan", is("a"))).add(false, no, rows.cell("plan", is("a")));
        assertThat(matching(Map.of("plan", "a"))).isEqualTo(only(0, 1, 4, 5));
        Folding folding = DroolsMatcher.fold(rows.playbook()).get(2);
        assertThat(folding.always()).isEqualTo(only(0, 1, 4));
        assertThat(folding.rows()).hasSize(1);
    }

    /** Hazard: rows with equal conditions cost as much as different ones. */
    @Test
    void equalConditionsAreOneRuleWhateverTheirOrder() {
        var plan = rows.cell("plan", new OneOf(Set.of("a", "b")));
        var spend = rows.cell("spend", Compare.of(Op.GT, number("60")));
        rows.add(plan, spend).add(spend, plan).add(spend, plan, plan).add(spend);
        assertThat(DroolsMatcher.fold(rows.playbook()).get(2).rows()).hasSize(2);
        assertThat(matching(Map.of("plan", "a", "spend", number("61")))).isEqualTo(only(0, 1, 2, 3));
    }

    /** Hazard: a layer finds rows of another, or wipes what was found before. */
    @Test
    void matchesAreAddedToWhatWasFoundBefore() {
        Playbook playbook = rows.add(rows.cell("plan", is("a"))).playbook();
        BitSet found = only(40);
        DroolsMatcher.of(playbook).match(0, Rows.customer(playbook, Map.of("plan", "a")), found);
        assertThat(found).isEqualTo(only(40));
    }
}
