package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer to each condition of a layer stands for a customer: in a table of its slot where the slot's value alone
 * settles it, else it is asked when a row needs it. A table holds what the conditions themselves say of every value they
 * can tell apart, so it cannot say anything else than they do.
 */
final class Answers {

    /** A table with more words than this is not worth its memory; its conditions are asked one by one. */
    private static final long MOST_WORDS = 500_000;

    private final List<SlotTable> tables = new ArrayList<>();
    private final int[] positions;
    private final List<Probe> asked = new ArrayList<>();
    private int words;

    Answers(List<SharedConstraint> constraints) {
        this.positions = new int[constraints.size()];
        Map<Integer, List<SharedConstraint>> bySlot = new TreeMap<>();
        List<SharedConstraint> others = new ArrayList<>();
        for (SharedConstraint one : constraints) {
            boolean settled = one.cell().slot() != CellConstraint.NO_SLOT
                    && Family.of(one.cell().test()) != null;
            (settled ? bySlot.computeIfAbsent(one.cell().slot(), unseen -> new ArrayList<>()) : others).add(one);
        }
        bySlot.forEach((slot, own) -> tabulate(slot, own, others));
        others.forEach(this::ask);
    }

    /** What a condition compares with, when its own slot settles it. */
    private enum Family {
        TEXTS,
        AMOUNTS,
        LISTS,
        ANY;

        static @Nullable Family of(Test test) {
            if (test instanceof Test.Compare compare) {
                return of(compare);
            }
            if (test instanceof Test.Range range) {
                return of(range.low()) == AMOUNTS && of(range.high()) == AMOUNTS ? AMOUNTS : null;
            }
            if (test instanceof Test.OneOf oneOf) {
                return of(oneOf);
            }
            if (test instanceof Test.ContainsAny) {
                return LISTS;
            }
            return test instanceof Test.Missing ? ANY : composed(test);
        }

        private static @Nullable Family of(Test.Compare compare) {
            if (compare.constant() instanceof BigDecimal) {
                return AMOUNTS;
            }
            boolean same = compare.op() == Op.EQ || compare.op() == Op.NE;
            return same && text(compare.constant()) ? TEXTS : null;
        }

        private static @Nullable Family of(Test.OneOf oneOf) {
            if (oneOf.constants().stream().allMatch(BigDecimal.class::isInstance)) {
                return AMOUNTS;
            }
            return oneOf.constants().stream().allMatch(Family::text) ? TEXTS : null;
        }

        private static boolean text(Object constant) {
            return constant instanceof String || constant instanceof Boolean;
        }

        /** Lists do not compose: what none of the elements says, the whole may. */
        private static @Nullable Family composed(Test test) {
            Set<Family> families = new HashSet<>();
            for (Test part : parts(test)) {
                Family family = of(part);
                if (family == null || family == LISTS) {
                    return null;
                }
                families.add(family);
            }
            families.remove(ANY);
            return families.size() == 1 ? families.iterator().next() : null;
        }

        private static List<Test> parts(Test test) {
            if (test instanceof Test.Not not) {
                return List.of(not.test());
            }
            return test instanceof Test.AnyOf any ? any.tests() : List.of();
        }
    }

    private void tabulate(int slot, List<SharedConstraint> own, List<SharedConstraint> others) {
        Set<Family> families = new HashSet<>();
        own.forEach(one -> families.add(Family.of(one.cell().test())));
        families.remove(Family.ANY);
        Set<Object> constants = new HashSet<>();
        own.forEach(one -> gather(one.cell().test(), constants));
        SlotTable.Place place = new SlotTable.Place(
                slot, own.stream().map(SharedConstraint::cell).toList(), words);
        boolean boundless = constants.stream().anyMatch(Answers::boundless);
        if (boundless || families.size() > 1 || (2L * constants.size() + 2) * place.words() > MOST_WORDS) {
            others.addAll(own);
            return;
        }
        tables.add(table(families.isEmpty() ? Family.TEXTS : families.iterator().next(), place, constants));
        for (int i = 0; i < own.size(); i++) {
            positions[own.get(i).number()] = (words << 6) + i;
        }
        words += place.words();
    }

    private static boolean boundless(Object constant) {
        return constant instanceof BigDecimal number && Double.isInfinite(2 * number.doubleValue());
    }

    private static SlotTable table(Family family, SlotTable.Place place, Set<Object> constants) {
        return switch (family) {
            case AMOUNTS -> SlotTable.Amounts.of(place, constants);
            case LISTS -> SlotTable.Lists.of(place, constants);
            case TEXTS, ANY -> SlotTable.Texts.of(place, constants);
        };
    }

    private static void gather(Test test, Set<Object> constants) {
        if (test instanceof Test.Compare compare) {
            constants.add(compare.constant());
        } else if (test instanceof Test.Range range) {
            constants.add(range.lo());
            constants.add(range.hi());
        } else if (test instanceof Test.OneOf oneOf) {
            constants.addAll(oneOf.constants());
        } else if (test instanceof Test.ContainsAny any) {
            constants.addAll(any.texts());
        } else {
            Family.parts(test).forEach(part -> gather(part, constants));
        }
    }

    private void ask(SharedConstraint other) {
        positions[other.number()] = (words << 6) + asked.size();
        asked.add(other.probe());
    }

    /** Where the answer to a condition stands; below 64 times {@link #words} in a table. */
    int position(int constraint) {
        return positions[constraint];
    }

    /** How many words the tables fill. */
    int words() {
        return words;
    }

    /** The conditions that are asked, by position after the tables. */
    Probe[] asked() {
        return asked.toArray(Probe[]::new);
    }

    /** All answers that tables hold, for one customer. */
    long[] of(Fact fact) {
        long[] passing = new long[words];
        for (SlotTable table : tables) {
            table.answer(fact, passing);
        }
        return passing;
    }
}
