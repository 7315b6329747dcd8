package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers of all conditions over one slot, worked out before any customer came: one row of bits for every value, or
 * region of values, that the conditions can tell apart. A customer costs one look-up, however many conditions there are.
 */
sealed interface SlotTable {

    /**
     * Writes the answers for a customer.
     *
     * @param passing receives one bit per condition, in the words of this table
     */
    void answer(Fact fact, long[] passing);

    /**
     * Where a table writes, and what it asks.
     *
     * @param cells in the order of their bits
     * @param offset first word
     */
    record Place(int slot, List<CellConstraint> cells, int offset) {

        int words() {
            return (cells.size() + 63) >>> 6;
        }

        /** The answers to one value, as the conditions themselves give them. */
        long[] row(@Nullable Object value) {
            long[] bits = new long[words()];
            double number = value instanceof BigDecimal decimal ? decimal.doubleValue() : Double.NaN;
            for (int i = 0; i < cells.size(); i++) {
                if (cells.get(i).passes(value, number)) {
                    bits[i >>> 6] |= 1L << (i & 63);
                }
            }
            return bits;
        }

        void write(long[] row, long[] passing) {
            System.arraycopy(row, 0, passing, offset, row.length);
        }
    }

    /** Texts and yes/no: a row for each constant, one for all other values, one for none. */
    record Texts(Place place, Map<Object, long[]> rows, long[] other, long[] missing) implements SlotTable {

        /** A text no condition can name: names hold no line feeds. */
        private static final String ANY_OTHER = "\n";

        static Texts of(Place place, Collection<?> constants) {
            Map<Object, long[]> rows = new HashMap<>();
            constants.forEach(constant -> rows.put(constant, place.row(constant)));
            List.of(true, false).forEach(yes -> rows.put(yes, place.row(yes)));
            return new Texts(place, rows, place.row(ANY_OTHER), place.row(null));
        }

        @Override
        public void answer(Fact fact, long[] passing) {
            Object value = fact.value(place.slot());
            long[] row = value == null ? missing : rows.get(value);
            place.write(row != null ? row : value instanceof String ? other : place.row(value), passing);
        }
    }

    /**
     * Numbers: a row for each limit and for each gap between two, below the first and above the last. On limits that only
     * decimals tell apart the conditions are asked.
     */
    record Amounts(Place place, double[] limits, @Nullable BigDecimal[] exact, long[][] rows, long[] missing)
            implements SlotTable {

        static Amounts of(Place place, Collection<?> constants) {
            TreeMap<Double, List<BigDecimal>> byDouble = constants.stream()
                    .map(BigDecimal.class::cast)
                    .collect(Collectors.groupingBy(BigDecimal::doubleValue, TreeMap::new, Collectors.toList()));
            double[] limits =
                    byDouble.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            @Nullable
            BigDecimal[] exact = byDouble.values().stream()
                    .map(same -> same.size() == 1 ? same.get(0) : null)
                    .toArray(BigDecimal[]::new);
            long[][] rows = new long[2 * limits.length + 1][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = place.row(sample(limits, exact, i));
            }
            return new Amounts(place, limits, exact, rows, place.row(null));
        }

        /** A number of a region: even ones are gaps, odd ones limits. A gap no double lies in is never looked up. */
        private static BigDecimal sample(double[] limits, @Nullable BigDecimal[] exact, int region) {
            int limit = region / 2;
            BigDecimal at = region % 2 == 1 ? exact[limit] : null;
            if (at != null) {
                return at;
            }
            if (limits.length == 0) {
                return BigDecimal.ZERO;
            }
            return new BigDecimal(limit == 0 ? Math.nextDown(limits[0]) : Math.nextUp(limits[limit - 1]));
        }

        @Override
        public void answer(Fact fact, long[] passing) {
            Object value = fact.value(place.slot());
            double number = fact.number(place.slot());
            int found = Arrays.binarySearch(limits, number);
            if (value == null) {
                place.write(missing, passing);
            } else if (!(value instanceof BigDecimal decimal)) {
                place.write(place.row(value), passing);
            } else if (found < 0) {
                place.write(rows[2 * (-found - 1)], passing);
            } else {
                BigDecimal limit = exact[found];
                boolean on = limit != null && decimal.compareTo(limit) == 0;
                place.write(on ? rows[2 * found + 1] : place.row(value), passing);
            }
        }
    }

    /** Lists of texts: a row for each constant, joined over what the list holds. */
    record Lists(Place place, Map<Object, long[]> rows, long[] empty, long[] missing) implements SlotTable {

        static Lists of(Place place, Collection<?> constants) {
            Map<Object, long[]> rows = new HashMap<>();
            constants.forEach(constant -> rows.put(constant, place.row(List.of(constant))));
            return new Lists(place, rows, place.row(List.of()), place.row(null));
        }

        @Override
        public void answer(Fact fact, long[] passing) {
            Object value = fact.value(place.slot());
            if (!(value instanceof List<?> list)) {
                place.write(value == null ? missing : place.row(value), passing);
                return;
            }
            place.write(empty, passing);
            for (int i = 0; i < list.size(); i++) {
                join(rows.get(list.get(i)), passing);
            }
        }

        private void join(long @Nullable [] row, long[] passing) {
            for (int word = 0; row != null && word < row.length; word++) {
                passing[place.offset() + word] |= row[word];
            }
        }
    }
}
