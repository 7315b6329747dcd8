package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.playbook.Row;

/**
 * The rows of one layer made ready for the rule network: equal conditions once, what matches everybody or nobody left
 * out, and conditions in the order in which they drop most customers with least work.
 *
 * @param always {@link Row#index()} of the rows that match everybody
 * @param rows the others, without those that match nobody
 */
record Folding(BitSet always, List<FoldedRow> rows) {

    static Folding of(List<Row> rows, FactLayout layout, Names names) {
        return new Folder(layout, names).fold(rows);
    }

    private static final class Folder {
        private final FactLayout layout;
        private final Names names;
        private final Map<CellConstraint, Integer> uses = new HashMap<>();
        private final Map<CellConstraint, Integer> order = new HashMap<>();
        private final BitSet always = new BitSet();

        Folder(FactLayout layout, Names names) {
            this.layout = layout;
            this.names = names;
        }

        Folding fold(List<Row> rows) {
            Map<Row, List<CellConstraint>> open = new LinkedHashMap<>();
            for (Row row : rows) {
                List<CellConstraint> constraints = constraints(row);
                if (constraints.stream().noneMatch(this::passesNobody)) {
                    open.put(
                            row, constraints.stream().filter(c -> !c.constant()).toList());
                }
            }
            open.values().forEach(constraints -> constraints.forEach(this::count));
            return new Folding(always, group(open, byRank()));
        }

        private static List<CellConstraint> constraints(Row row) {
            Stream<CellConstraint> cells =
                    row.conditions().stream().map(one -> CellConstraint.of(one, row.whenUnknown()));
            Expr when = row.when();
            return Stream.concat(cells, Stream.ofNullable(when).map(one -> CellConstraint.of(one, row.whenUnknown())))
                    .distinct()
                    .toList();
        }

        private boolean passesNobody(CellConstraint constraint) {
            return constraint.constant() && !constraint.passes(layout.fact(call -> null));
        }

        private void count(CellConstraint constraint) {
            uses.merge(constraint, 1, Integer::sum);
            order.putIfAbsent(constraint, order.size());
        }

        /** Selective conditions first; among equals those of many rows, and always the same order. */
        private Comparator<CellConstraint> byRank() {
            Selectivity selectivity = new Selectivity(names, order.keySet());
            Map<CellConstraint, Double> ranks = new HashMap<>();
            order.keySet().forEach(constraint -> ranks.put(constraint, selectivity.rank(constraint)));
            return Comparator.<CellConstraint>comparingDouble(c -> ranks.getOrDefault(c, 1.0))
                    .thenComparingInt(c -> -uses.getOrDefault(c, 0))
                    .thenComparingInt(c -> order.getOrDefault(c, 0));
        }

        private List<FoldedRow> group(Map<Row, List<CellConstraint>> open, Comparator<CellConstraint> byRank) {
            Map<List<CellConstraint>, List<Integer>> groups = new LinkedHashMap<>();
            open.forEach((row, constraints) -> {
                if (constraints.isEmpty()) {
                    always.set(row.index());
                } else {
                    List<CellConstraint> sorted =
                            constraints.stream().sorted(byRank).toList();
                    groups.computeIfAbsent(sorted, key -> new ArrayList<>()).add(row.index());
                }
            });
            return groups.entrySet().stream()
                    .map(group -> new FoldedRow(group.getKey(), indexes(group.getValue())))
                    .toList();
        }

        private static int[] indexes(List<Integer> rows) {
            return rows.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
