package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.FeelException;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.feel.Vocabulary;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A row that is said never to match must never match: against an oracle that tries every customer of a small world. In a
 * table of one column the check must also find every such row.
 */
class ShadowTest {
    private static final List<@Nullable Object> SPENDS = spends();
    private static final List<@Nullable Object> PLANS = Arrays.asList(null, "a", "b", "c");
    private static final List<@Nullable Object> ACTIVE = Arrays.asList(null, true, false);
    private static final List<String> SPEND_CELLS = List.of(
            "",
            "< 3",
            ">= 3",
            "[2..5]",
            "(2..5)",
            "3",
            "1, 4",
            "not(3)",
            "missing",
            "not(missing)",
            "> 1",
            "<= 5",
            "!= 2");
    private static final List<String> PLAN_CELLS =
            List.of("", "a", "b", "a, b", "not(a)", "not(a, b)", "missing", "not(missing)", "a, b, c");
    private static final List<String> ACTIVE_CELLS = List.of("", "yes", "no", "missing", "not(yes)");

    private final Names names = new Names();
    private final int spend = names.declare("spend", Type.NUMBER, Set.of());
    private final int plan = names.declare("plan", Type.STRING, Set.of("a", "b", "c"));
    private final int active = names.declare("active", Type.BOOLEAN, Set.of());
    private final Feel feel = new Feel(names, Vocabulary.open(), ZoneOffset.UTC);
    private final Random random = new Random(20260301);

    private static List<@Nullable Object> spends() {
        List<@Nullable Object> spends = new ArrayList<>();
        spends.add(null);
        for (int half = -1; half <= 14; half++) {
            spends.add(Numbers.normal(BigDecimal.valueOf(half).divide(BigDecimal.valueOf(2))));
        }
        return spends;
    }

    private record Customer(@Nullable Object[] values) implements Reading {
        @Override
        public @Nullable Object value(int slot) {
            return values[slot];
        }

        @Override
        public double number(int slot) {
            return values[slot] instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
        }
    }

    private List<Customer> everybody() {
        List<Customer> all = new ArrayList<>();
        for (Object one : SPENDS) {
            for (Object other : PLANS) {
                ACTIVE.forEach(third -> all.add(new Customer(new Object[] {one, other, third})));
            }
        }
        return all;
    }

    @Test
    void neverBlamesARowThatCanMatch() throws FeelException {
        int blamed = 0;
        for (int table = 0; table < 800; table++) {
            List<Row> rows = table(pick(SPEND_CELLS), pick(PLAN_CELLS), pick(ACTIVE_CELLS));
            List<Row> lost = blamed(rows);
            blamed += lost.size();
            assertThat(reached(rows)).noneMatch(lost::contains);
        }
        assertThat(blamed).isPositive();
    }

    @Test
    void findsEveryLostRowOfATableOfOneColumn() throws FeelException {
        for (int table = 0; table < 300; table++) {
            List<Row> rows = table(pick(SPEND_CELLS), List.of(""), List.of(""));
            List<Row> lost = new ArrayList<>(rows);
            lost.removeAll(reached(rows));
            assertThat(blamed(rows)).containsExactlyElementsOf(lost);
        }
    }

    @Test
    void looksAtDatesAndWhen() throws FeelException {
        Row wide = row(1, List.of("< 5", "", ""));
        Dates june = new Dates(date(6), date(7));
        Dates summer = new Dates(date(6), date(9));
        Shadow shadow = new Shadow(names);
        assertThat(shadow.takenBy(dated(row(2, List.of("< 3", "", "")), june), List.of(wide)))
                .containsExactly(wide);
        assertThat(shadow.takenBy(wide, List.of(dated(wide, june)))).isEmpty();
        assertThat(shadow.takenBy(dated(wide, june), List.of(dated(wide, summer))))
                .hasSize(1);
        assertThat(shadow.takenBy(dated(wide, summer), List.of(dated(wide, june))))
                .isEmpty();
        assertThat(shadow.takenBy(wide, List.of(with(wide, "active")))).isEmpty();
        assertThat(shadow.takenBy(with(wide, "active"), List.of(with(wide, "active"))))
                .hasSize(1);
    }

    private static ZonedDateTime date(int month) {
        return ZonedDateTime.of(2026, month, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    }

    private static Row dated(Row row, Dates dates) {
        return new Row(
                row.index(),
                row.id(),
                row.table(),
                row.line(),
                row.conditions(),
                row.when(),
                false,
                dates,
                row.reason());
    }

    private Row with(Row row, String when) throws FeelException {
        return new Row(
                row.index(),
                row.id(),
                row.table(),
                row.line(),
                row.conditions(),
                feel.condition(when),
                false,
                row.dates(),
                row.reason());
    }

    private List<String> pick(List<String> cells) {
        List<String> picked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            picked.add(cells.get(random.nextInt(cells.size())));
        }
        return picked;
    }

    private List<Row> table(List<String> spends, List<String> plans, List<String> actives) throws FeelException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(row(
                    i,
                    List.of(
                            spends.get(i % spends.size()),
                            plans.get(i % plans.size()),
                            actives.get(i % actives.size()))));
        }
        return rows;
    }

    private Row row(int index, List<String> cells) throws FeelException {
        List<Condition> conditions = new ArrayList<>();
        int[] slots = {spend, plan, active};
        for (int i = 0; i < slots.length; i++) {
            if (!cells.get(i).isEmpty()) {
                conditions.add(new Condition("c" + i, slots[i], feel.cell(cells.get(i), slots[i]), cells.get(i)));
            }
        }
        return new Row(
                index, "r" + index, "lifecycle", index + 2, conditions, null, false, Dates.ALWAYS, Playbook.Texts.NONE);
    }

    private List<Row> blamed(List<Row> rows) {
        Shadow shadow = new Shadow(names);
        List<Row> blamed = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (!shadow.takenBy(rows.get(i), rows.subList(0, i)).isEmpty()) {
                blamed.add(rows.get(i));
            }
        }
        return blamed;
    }

    private List<Row> reached(List<Row> rows) {
        return everybody().stream()
                .flatMap(customer ->
                        rows.stream().filter(row -> matches(row, customer)).limit(1))
                .distinct()
                .toList();
    }

    private static boolean matches(Row row, Customer customer) {
        return row.conditions().stream()
                .allMatch(condition -> condition
                                .test()
                                .test(customer.value(condition.slot()), customer.number(condition.slot()), customer)
                        == Truth.TRUE);
    }
}
