package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that the tests of this package speak of, and one customer's values; what is not given is missing. */
final class Customer implements Reading {
    static final ZoneId ROME = ZoneId.of("Europe/Rome");

    final Names names = new Names();
    final Feel feel = new Feel(names, Vocabulary.open(), ROME);
    private final Map<Integer, Object> values = new HashMap<>();

    Customer() {
        for (String number : List.of("a", "b", "c", "monthly spend", "tenure months", "hour", "days in stage")) {
            names.declare(number, Type.NUMBER, Set.of());
        }
        names.declare("plan", Type.STRING, Set.of("smart", "at risk", "Month-to-month", "2G", "true", "for sale"));
        names.declare("city", Type.STRING, Set.of());
        names.declare("other city", Type.STRING, Set.of());
        names.declare("active", Type.BOOLEAN, Set.of());
        names.declare("loyal", Type.BOOLEAN, Set.of());
        names.declare("segments", Type.STRINGS, Set.of("vip", "family"));
        names.declare("contracts", Type.RECORDS, Set.of());
        names.declare(
                "deals", Type.list(Type.context(Map.of("plan", Type.STRING, "months left", Type.NUMBER))), Set.of());
        names.declare("today", Type.DATE, Set.of());
        names.declare("now", Type.DATE_TIME, Set.of());
        names.declare("born", Type.DATE, Set.of());
        names.declare("seen", Type.DATE_TIME, Set.of());
        with("today", LocalDate.of(2026, 3, 2));
        with("now", LocalDateTime.of(2026, 3, 2, 10, 15).atZone(ROME));
    }

    Customer with(String name, Object value) {
        Object given = value instanceof Integer || value instanceof Double
                ? Numbers.normal(new BigDecimal(value.toString()))
                : value;
        values.put(slot(name), given);
        return this;
    }

    int slot(String name) {
        return names.find(name).orElseThrow();
    }

    Truth asks(String condition) {
        return read(condition).truth(this);
    }

    @Nullable
    Object says(String expression) {
        return read(expression).value(this);
    }

    Truth fits(String column, String cell) {
        int slot = slot(column);
        return cell(column, cell).test(value(slot), number(slot), this);
    }

    Expr read(String expression) {
        try {
            return feel.expression(expression);
        } catch (FeelException e) {
            throw new AssertionError(expression + ": " + e.message() + " " + e.hint(), e);
        }
    }

    Test cell(String column, String cell) {
        try {
            return feel.cell(cell, slot(column));
        } catch (FeelException e) {
            throw new AssertionError(column + " " + cell + ": " + e.message() + " " + e.hint(), e);
        }
    }

    @Override
    public @Nullable Object value(int slot) {
        return values.get(slot);
    }

    @Override
    public double number(int slot) {
        return Numbers.toDouble(values.get(slot));
    }
}
