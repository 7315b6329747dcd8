package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Treatment;

/** Warns of rows in first-match tables that earlier rows leave nothing to. */
final class ShadowCheck {
    /** Earlier rows that are compared with a row; more would make a table of thousands of rows quadratic. */
    private static final int MOST = 500;

    private final Playbook.Tables rows;
    private final Tables tables;
    private final Shadow shadow;

    ShadowCheck(Playbook playbook, Tables tables) {
        this.rows = playbook.tables();
        this.tables = tables;
        this.shadow = new Shadow(playbook.names());
    }

    void check() {
        List<LifecycleRow> stages = rows.lifecycle().stream()
                .filter(stage -> stage.row().line() > 0)
                .toList();
        check(stages, LifecycleRow::row, row -> 0, (earlier, row) -> true);
        check(rows.prices(), Price::row, Price::action, (earlier, row) -> true);
        check(rows.treatments(), Treatment::row, row -> List.of(row.action(), row.channel()), ShadowCheck::speaksFor);
    }

    private static boolean speaksFor(Treatment earlier, Treatment row) {
        boolean place = earlier.placement() == null || earlier.placement().equals(row.placement());
        return place && (earlier.language() == null || earlier.language().equals(row.language()));
    }

    private <T> void check(List<T> all, Function<T, Row> rowOf, Function<T, Object> group, BiPredicate<T, T> covers) {
        Map<Object, List<T>> groups = new HashMap<>();
        for (T one : all) {
            List<T> before = groups.computeIfAbsent(group.apply(one), key -> new ArrayList<>());
            Row row = rowOf.apply(one);
            if (!tables.at(row.table(), row.line()).failed()) {
                report(row, shadow.takenBy(row, rivals(before, one, rowOf, covers)));
                before.add(one);
            }
        }
    }

    private static <T> List<Row> rivals(List<T> before, T one, Function<T, Row> rowOf, BiPredicate<T, T> covers) {
        return before.stream()
                .limit(MOST)
                .filter(earlier -> covers.test(earlier, one))
                .map(rowOf)
                .toList();
    }

    private void report(Row row, List<Row> takers) {
        if (!takers.isEmpty()) {
            String lines =
                    takers.stream().map(taker -> String.valueOf(taker.line())).collect(Collectors.joining(", "));
            tables.at(row.table(), row.line())
                    .warn(
                            Code.SHADOWED,
                            "the row can never match: line " + lines + " above takes all that it could",
                            "Maybe it belongs above.");
        }
    }
}
