package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rows before a row of a first-match table take everything it could match. Sound, not complete: it looks at
 * one earlier row at a time, and at several together where they differ in one column.
 */
final class Shadow {
    private static final Reading NOTHING = new Reading() {
        @Override
        public @Nullable Object value(int slot) {
            return null;
        }

        @Override
        public double number(int slot) {
            return Double.NaN;
        }
    };

    private final Names names;

    Shadow(Names names) {
        this.names = names;
    }

    /**
     * The rows that together take all of {@code row}, or none.
     *
     * @param before earlier rows that answer for the same thing
     */
    List<Row> takenBy(Row row, List<Row> before) {
        Map<Integer, List<Test>> tests = bySlot(row);
        Map<Integer, List<Row>> differingIn = new HashMap<>();
        for (Row earlier : before) {
            List<Condition> open = compatible(earlier, row) ? notImplied(earlier, tests) : List.of();
            if (open.isEmpty() && compatible(earlier, row)) {
                return List.of(earlier);
            }
            if (open.size() == 1 && Samples.simple(open.get(0).test())) {
                differingIn
                        .computeIfAbsent(open.get(0).slot(), slot -> new ArrayList<>())
                        .add(earlier);
            }
        }
        return differingIn.entrySet().stream()
                .filter(entry ->
                        together(entry.getKey(), tests.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean compatible(Row earlier, Row row) {
        return (earlier.when() == null || earlier.when().equals(row.when())) && spans(earlier.dates(), row.dates());
    }

    private static boolean spans(Dates wide, Dates narrow) {
        boolean begins =
                wide.from() == null || (narrow.from() != null && !wide.from().isAfter(narrow.from()));
        boolean ends =
                wide.until() == null || (narrow.until() != null && !wide.until().isBefore(narrow.until()));
        return begins && ends;
    }

    private List<Condition> notImplied(Row earlier, Map<Integer, List<Test>> tests) {
        return earlier.conditions().stream()
                .filter(condition -> !implied(condition, tests.getOrDefault(condition.slot(), List.of())))
                .toList();
    }

    private boolean implied(Condition condition, List<Test> given) {
        if (given.contains(condition.test())) {
            return true;
        }
        return !given.isEmpty()
                && Samples.simple(condition.test())
                && covered(condition.slot(), given, List.of(condition.test()));
    }

    private boolean together(int slot, List<Test> given, List<Row> rows) {
        return covered(
                slot,
                given,
                rows.stream()
                        .flatMap(row -> bySlot(row).getOrDefault(slot, List.of()).stream())
                        .toList());
    }

    /** Whether every value that passes all {@code given} passes some of {@code cover}. */
    private boolean covered(int slot, List<Test> given, List<Test> cover) {
        List<Test> simple = given.stream().filter(Samples::simple).toList();
        List<Test> all = new ArrayList<>(simple);
        all.addAll(cover);
        return Samples.of(names.slot(slot), all).stream()
                .filter(value -> simple.stream().allMatch(test -> holds(test, value)))
                .allMatch(value -> cover.stream().anyMatch(test -> holds(test, value)));
    }

    private static boolean holds(Test test, @Nullable Object value) {
        double number = value instanceof BigDecimal decimal ? decimal.doubleValue() : Double.NaN;
        return test.test(value, number, NOTHING) == Truth.TRUE;
    }

    private static Map<Integer, List<Test>> bySlot(Row row) {
        Map<Integer, List<Test>> tests = new HashMap<>();
        row.conditions()
                .forEach(condition -> tests.computeIfAbsent(condition.slot(), slot -> new ArrayList<>())
                        .add(condition.test()));
        return tests;
    }
}
