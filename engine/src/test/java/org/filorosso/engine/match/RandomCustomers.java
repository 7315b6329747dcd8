package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** Random customers of any playbook, whose values are those its rules ask for, the ones beside them, and none. */
public final class RandomCustomers {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-02T10:15+01:00[Europe/Rome]");

    private final Playbook playbook;
    private final FactLayout layout;
    private final Map<Integer, List<Object>> asked = new HashMap<>();

    public RandomCustomers(Playbook playbook) {
        this.playbook = playbook;
        this.layout = FactLayout.of(playbook);
        for (int slot = 0; slot < playbook.names().size(); slot++) {
            if (playbook.names().slot(slot) instanceof Slot.Named named) {
                asked(slot).addAll(named.allowed());
            }
        }
        Layers.of(playbook).layers().forEach(layer -> layer.rows().forEach(this::collect));
    }

    private List<Object> asked(int slot) {
        return asked.computeIfAbsent(slot, key -> new ArrayList<>());
    }

    private void collect(Row row) {
        row.conditions().forEach(condition -> collect(condition.test(), asked(condition.slot())));
    }

    private static void collect(Test test, List<Object> found) {
        if (test instanceof Test.Compare compare) {
            found.add(compare.constant());
        } else if (test instanceof Test.Range range) {
            found.addAll(List.of(range.lo(), range.hi()));
        } else if (test instanceof Test.OneOf oneOf) {
            found.addAll(oneOf.constants());
        } else if (test instanceof Test.ContainsAny any) {
            found.addAll(any.texts());
        } else if (test instanceof Test.Not not) {
            collect(not.test(), found);
        } else if (test instanceof Test.AnyOf any) {
            any.tests().forEach(one -> collect(one, found));
        }
    }

    /** The same customer for the same seed. */
    public Fact customer(long seed) {
        Random random = new Random(seed);
        Map<HistoryCall, Object> answers = new HashMap<>();
        Fact fact = layout.fact(answers::get);
        for (int slot = 0; slot < playbook.names().size(); slot++) {
            Slot kind = playbook.names().slot(slot);
            if (kind instanceof Slot.Counted counted) {
                answers.put(counted.call(), value(slot, counted.type(), random));
            } else if (kind instanceof Slot.Named named && layout.formula(slot) == null) {
                fact.set(slot, value(slot, named.type(), random));
            }
        }
        return fact;
    }

    private Object value(int slot, Type type, Random random) {
        if (random.nextInt(10) == 0) {
            return null;
        }
        return switch (type.kind()) {
            case STRING -> text(slot, random);
            case NUMBER -> beside(slot, random);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> day(slot, random);
            case DATE_TIME -> NOW.plusHours(random.nextInt(24 * 7));
            case LIST -> list(slot, type.elements(), random);
            default -> null;
        };
    }

    private String text(int slot, Random random) {
        List<Object> texts =
                asked(slot).stream().filter(String.class::isInstance).toList();
        return texts.isEmpty() || random.nextInt(10) == 0 ? "other" : (String) texts.get(random.nextInt(texts.size()));
    }

    private BigDecimal beside(int slot, Random random) {
        List<Object> limits =
                asked(slot).stream().filter(BigDecimal.class::isInstance).toList();
        BigDecimal near = limits.isEmpty()
                ? BigDecimal.valueOf(random.nextInt(100))
                : (BigDecimal) limits.get(random.nextInt(limits.size()));
        return Numbers.normal(near.add(BigDecimal.valueOf(random.nextInt(3) - 1)));
    }

    private LocalDate day(int slot, Random random) {
        List<Object> days =
                asked(slot).stream().filter(LocalDate.class::isInstance).toList();
        LocalDate near = days.isEmpty()
                ? NOW.toLocalDate().minusDays(random.nextInt(1000))
                : (LocalDate) days.get(random.nextInt(days.size()));
        return near.plusDays(random.nextInt(3) - 1);
    }

    private List<?> list(int slot, Type element, Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> element.is(Type.Kind.CONTEXT) ? Map.of() : text(slot, random))
                .toList();
    }
}
