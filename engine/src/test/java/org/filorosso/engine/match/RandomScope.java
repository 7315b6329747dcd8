package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;

/** Names of every type, and random values for them: few values, so that tests often hit, and those that tempt to err. */
final class RandomScope {

    private static final List<BigDecimal> NUMBERS = List.of(
            number("-5"),
            number("0"),
            number("1"),
            number("59.99"),
            number("60"),
            number("60.0"),
            number("6E+1"),
            number("60.00000000000000000001"),
            number("0.1"),
            number("0.1000000000000000055511151231257827"),
            number("1E+400"),
            number("2E+400"),
            number("9007199254740993"),
            number("9007199254740992"));
    private static final List<String> TEXTS = List.of("a", "b", "c", "d", "", "60", "true", "null", "2026-01-01");
    private static final List<LocalDate> DATES =
            List.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-02"), LocalDate.parse("2025-12-31"));
    private static final List<ZonedDateTime> TIMES = List.of(
            ZonedDateTime.parse("2026-01-01T10:00+01:00[Europe/Rome]"),
            ZonedDateTime.parse("2026-01-01T09:00Z"),
            ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Rome]"));
    private static final Map<String, Type> CONTRACT = Map.of("plan", Type.STRING, "months", Type.NUMBER);

    /** The types that values are drawn for. */
    static final List<Type> TYPES = List.of(
            Type.STRING,
            Type.NUMBER,
            Type.BOOLEAN,
            Type.DATE,
            Type.DATE_TIME,
            Type.STRINGS,
            Type.list(Type.context(CONTRACT)));

    /** Types of which there is an attribute that no expression reads: its values are now and then of another type. */
    private static final List<Type> WRONG = List.of(Type.STRING, Type.NUMBER, Type.BOOLEAN, Type.DATE, Type.STRINGS);

    static final Names NAMES = names();
    /** A derived attribute over another, so that some tests read through a formula. */
    static final Attribute DOUBLED = doubled();

    private final Random random;

    RandomScope(Random random) {
        this.random = random;
    }

    private static Names names() {
        Names names = new Names();
        names.declare("plan", Type.STRING, Set.of("a", "b", "c", "d"));
        names.declare("city", Type.STRING, Set.of());
        names.declare("spend", Type.NUMBER, Set.of());
        names.declare("age", Type.NUMBER, Set.of());
        names.declare("doubled", Type.NUMBER, Set.of());
        names.declare("owns app", Type.BOOLEAN, Set.of());
        names.declare("since", Type.DATE, Set.of());
        names.declare("today", Type.DATE, Set.of());
        names.declare("now", Type.DATE_TIME, Set.of());
        names.declare("segments", Type.STRINGS, Set.of("a", "b", "c"));
        names.declare("contracts", TYPES.get(6), Set.of());
        names.declare("stage", Type.STRING, Set.of("a", "b"));
        WRONG.forEach(type -> names.declare("any " + type.kind(), type, Set.of()));
        Phrases.addHeaders(names);
        Phrases.all(names);
        return names;
    }

    private static Attribute doubled() {
        Expr formula = Phrases.number("spend * 2", NAMES);
        int slot = NAMES.find("doubled").orElseThrow();
        return new Attribute(
                slot,
                1,
                "doubled",
                Attribute.Source.DERIVED,
                Type.NUMBER,
                Set.of(),
                "",
                null,
                false,
                formula,
                null,
                "");
    }

    private static BigDecimal number(String text) {
        return Numbers.normal(new BigDecimal(text));
    }

    /** A customer: nothing or something, of the wrong type here and there, in every slot that is given. */
    Fact fact(FactLayout layout) {
        Map<HistoryCall, Object> answers = new HashMap<>();
        Fact fact = layout.fact(answers::get);
        for (int slot = 0; slot < NAMES.size(); slot++) {
            if (NAMES.slot(slot) instanceof Slot.Named named && layout.formula(slot) == null) {
                fact.set(slot, value(named.name().startsWith("any ") && chance(0.1) ? Type.ANY : named.type()));
            } else if (NAMES.slot(slot) instanceof Slot.Counted counted) {
                answers.put(counted.call(), value(counted.type()));
            }
        }
        return fact;
    }

    private Object value(Type type) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return constant(type);
    }

    Type anyType() {
        return one(TYPES);
    }

    /** A value of a type; of any type where it is not known. */
    Object constant(Type type) {
        return switch (type.kind()) {
            case STRING -> one(TEXTS);
            case NUMBER -> one(NUMBERS);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> one(DATES);
            case DATE_TIME -> one(TIMES);
            case LIST -> type.elements().is(Type.Kind.CONTEXT) ? contracts() : texts();
            default -> constant(anyType());
        };
    }

    private List<String> texts() {
        return random.ints(random.nextInt(4), 0, TEXTS.size())
                .mapToObj(TEXTS::get)
                .toList();
    }

    private List<Map<String, Object>> contracts() {
        return random.ints(random.nextInt(3), 0, TEXTS.size())
                .mapToObj(i -> Map.<String, Object>of("plan", TEXTS.get(i), "months", one(NUMBERS)))
                .toList();
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
