package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand for all values of a column: two values that no test of the column tells apart need only one of them.
 * Tests compare with constants, so the constants and what lies between them are enough.
 */
final class Samples {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Samples() {}

    /** Whether a test is only about constants, so that samples speak for it. */
    static boolean simple(Test test) {
        if (test instanceof Test.Not not) {
            return simple(not.test());
        }
        if (test instanceof Test.AnyOf any) {
            return any.tests().stream().allMatch(Samples::simple);
        }
        return !(test instanceof Test.Holds);
    }

    /** Samples for simple tests over a slot; null, the missing value, is among them. */
    static List<@Nullable Object> of(Slot slot, Collection<Test> tests) {
        Set<Object> constants = new HashSet<>();
        tests.forEach(test -> collect(test, constants));
        Set<String> allowed = slot instanceof Slot.Named named ? named.allowed() : Set.of();
        List<@Nullable Object> samples = new ArrayList<>();
        samples.add(null);
        samples.addAll(values(slot.type(), constants, allowed));
        return samples;
    }

    private static void collect(Test test, Set<Object> constants) {
        if (test instanceof Test.Compare compare) {
            constants.add(compare.constant());
        } else if (test instanceof Test.Range range) {
            constants.addAll(List.of(range.lo(), range.hi()));
        } else if (test instanceof Test.OneOf oneOf) {
            constants.addAll(oneOf.constants());
        } else if (test instanceof Test.ContainsAny any) {
            constants.addAll(any.texts());
        } else if (test instanceof Test.Not not) {
            collect(not.test(), constants);
        } else if (test instanceof Test.AnyOf any) {
            any.tests().forEach(part -> collect(part, constants));
        }
    }

    private static Collection<?> values(Type type, Set<Object> constants, Set<String> allowed) {
        return switch (type.kind()) {
            case BOOLEAN -> List.of(true, false);
            case NUMBER -> numbers(only(BigDecimal.class, constants));
            case DATE -> dates(only(LocalDate.class, constants));
            case DATE_TIME -> times(only(ZonedDateTime.class, constants));
            case STRING -> allowed.isEmpty() ? texts(only(String.class, constants)) : allowed;
            case LIST -> lists(only(String.class, constants));
            default -> constants;
        };
    }

    private static <T> List<T> only(Class<T> kind, Set<Object> constants) {
        return constants.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Set<BigDecimal> numbers(List<BigDecimal> constants) {
        TreeSet<BigDecimal> sorted = new TreeSet<>(constants);
        TreeSet<BigDecimal> samples = new TreeSet<>(constants);
        BigDecimal last = null;
        for (BigDecimal one : sorted) {
            samples.add(Numbers.normal(
                    last == null ? one.subtract(BigDecimal.ONE) : one.add(last).divide(TWO)));
            last = one;
        }
        samples.add(Numbers.normal(last == null ? BigDecimal.ZERO : last.add(BigDecimal.ONE)));
        return samples;
    }

    private static Set<LocalDate> dates(List<LocalDate> constants) {
        Set<LocalDate> samples = new TreeSet<>(constants);
        samples.add(LocalDate.EPOCH);
        constants.forEach(day -> samples.addAll(List.of(day.minusDays(1), day.plusDays(1))));
        return samples;
    }

    private static Set<ZonedDateTime> times(List<ZonedDateTime> constants) {
        Set<ZonedDateTime> samples = new HashSet<>(constants);
        constants.forEach(time -> samples.addAll(List.of(time.minusNanos(1), time.plusNanos(1))));
        return samples;
    }

    // the text that follows a text in the order of texts is that text and NUL
    private static Set<String> texts(List<String> constants) {
        Set<String> samples = new TreeSet<>(constants);
        samples.add("");
        constants.forEach(text -> samples.add(text + "\0"));
        return samples;
    }

    private static List<List<String>> lists(List<String> texts) {
        List<List<String>> samples = new ArrayList<>(List.of(List.of(), texts));
        for (String one : texts) {
            texts.forEach(other -> samples.add(List.of(one, other)));
        }
        return samples;
    }
}
