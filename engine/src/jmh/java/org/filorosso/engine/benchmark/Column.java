package org.filorosso.engine.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Type;

/**
 * An attribute of the generated playbook: draws values of customers, evenly, and cells of rules together with the share of
 * customers that they let through.
 */
sealed interface Column {

    String name();

    Type type();

    /** Allowed values, or none. */
    default Set<String> values() {
        return Set.of();
    }

    /** A customer's value. */
    Object value(Random random);

    Cell cell(Random random);

    /**
     * A condition.
     *
     * @param text as a marketer types it
     * @param share of customers that pass, 0..1
     */
    record Cell(Column column, String text, double share) {}

    /** A text with {@code count} values. */
    record Text(String name, int count) implements Column {
        @Override
        public Type type() {
            return Type.STRING;
        }

        @Override
        public Set<String> values() {
            return IntStream.range(0, count).mapToObj(this::text).collect(Collectors.toCollection(TreeSet::new));
        }

        private String text(int number) {
            return "%s%02d".formatted(name.substring(0, 2), number);
        }

        @Override
        public Object value(Random random) {
            return text(random.nextInt(count));
        }

        @Override
        public Cell cell(Random random) {
            int first = random.nextInt(count);
            int choice = random.nextInt(10);
            if (choice < 5) {
                return new Cell(this, text(first), 1.0 / count);
            }
            if (choice == 5) {
                return new Cell(this, "not(" + text(first) + ")", 1 - 1.0 / count);
            }
            return oneOf(first, 2 + random.nextInt(Math.max(1, count / 2)));
        }

        private Cell oneOf(int first, int wanted) {
            List<String> texts = IntStream.range(first, first + Math.min(wanted, count - 1))
                    .mapToObj(i -> text(i % count))
                    .toList();
            return new Cell(this, String.join(", ", texts), (double) texts.size() / count);
        }
    }

    /** A whole number from 0 up to {@code max}, tested at ten round places. */
    record Amount(String name, int max) implements Column {
        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public Object value(Random random) {
            return number(random.nextInt(max));
        }

        private static BigDecimal number(int value) {
            return Numbers.normal(BigDecimal.valueOf(value));
        }

        @Override
        public Cell cell(Random random) {
            int place = 1 + random.nextInt(9);
            int at = place * max / 10;
            return switch (random.nextInt(3)) {
                case 0 -> new Cell(this, ">= " + at, 1 - place / 10.0);
                case 1 -> new Cell(this, "< " + at, place / 10.0);
                default -> range(place, Math.min(9, place + 1 + random.nextInt(5)));
            };
        }

        private Cell range(int low, int high) {
            int from = low * max / 10;
            int to = high * max / 10;
            return new Cell(this, "[" + from + ".." + to + "]", (high - low) / 10.0 + 1.0 / max);
        }
    }

    /** Yes or no. */
    record YesNo(String name) implements Column {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public Object value(Random random) {
            return random.nextBoolean();
        }

        @Override
        public Cell cell(Random random) {
            boolean yes = random.nextBoolean();
            return new Cell(this, yes ? "yes" : "no", 0.5);
        }
    }

    /** A list of some of {@code count} texts, a quarter of them on average. */
    record Texts(String name, int count) implements Column {
        @Override
        public Type type() {
            return Type.STRINGS;
        }

        @Override
        public Set<String> values() {
            return new Text(name, count).values();
        }

        @Override
        public Object value(Random random) {
            return values().stream().filter(text -> random.nextInt(4) == 0).toList();
        }

        @Override
        public Cell cell(Random random) {
            List<String> all = List.copyOf(values());
            Set<String> wanted = new TreeSet<>();
            IntStream.rangeClosed(0, random.nextInt(3)).forEach(i -> wanted.add(all.get(random.nextInt(count))));
            double share = 1 - Math.pow(0.75, wanted.size());
            return new Cell(this, String.join(", ", wanted), share);
        }
    }

    /** A day of one of ten years. */
    record Day(String name) implements Column {
        private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

        @Override
        public Type type() {
            return Type.DATE;
        }

        @Override
        public Object value(Random random) {
            return FIRST.plusDays(random.nextInt(3652));
        }

        @Override
        public Cell cell(Random random) {
            int year = 1 + random.nextInt(9);
            LocalDate date = FIRST.plusYears(year);
            return new Cell(this, ">= " + date, 1 - year / 10.0);
        }
    }
}
