package org.filorosso.engine.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What expressions do with lists. A value that is no list stands for a list of itself, as FEEL has it. */
final class Lists {
    private Lists() {}

    static boolean anyIn(List<?> list, Set<String> texts) {
        for (int i = 0; i < list.size(); i++) {
            if (texts.contains(list.get(i))) {
                return true;
            }
        }
        return false;
    }

    static List<@Nullable Object> of(List<Expr> parts, Reading facts) {
        List<@Nullable Object> values = new ArrayList<>(parts.size());
        parts.forEach(part -> values.add(part.value(facts)));
        return Collections.unmodifiableList(values);
    }

    static Truth contains(@Nullable Object list, @Nullable Object wanted) {
        if (!(list instanceof List<?> values) || wanted == null) {
            return Truth.UNKNOWN;
        }
        Truth found = Truth.FALSE;
        for (int i = 0; i < values.size() && found != Truth.TRUE; i++) {
            found = found.or(values.get(i) == null ? Truth.UNKNOWN : Truth.of(Values.same(values.get(i), wanted)));
        }
        return found;
    }

    static @Nullable Object filter(@Nullable Object list, int slot, Expr condition, Reading facts) {
        if (list == null) {
            return null;
        }
        Binding binding = new Binding(facts, slot);
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : elements(list)) {
            if (condition.truth(binding.to(item)).isTrue()) {
                kept.add(item);
            }
        }
        return Collections.unmodifiableList(kept);
    }

    static @Nullable Object element(@Nullable Object list, @Nullable Object position) {
        if (list == null || !(position instanceof BigDecimal number)) {
            return null;
        }
        List<?> values = elements(list);
        int place = number.abs().compareTo(BigDecimal.valueOf(values.size())) > 0 ? 0 : number.intValue();
        if (place == 0 || number.compareTo(BigDecimal.valueOf(place)) != 0) {
            return null;
        }
        return values.get(place > 0 ? place - 1 : values.size() + place);
    }

    static Truth quantify(Expr.Quantified expr, Reading facts) {
        Object list = expr.list().value(facts);
        if (list == null) {
            return Truth.UNKNOWN;
        }
        Binding binding = new Binding(facts, expr.item().slot());
        Truth result = Truth.of(expr.every());
        Truth settled = result.not();
        List<?> values = elements(list);
        for (int i = 0; i < values.size() && result != settled; i++) {
            Truth one = expr.condition().truth(binding.to(values.get(i)));
            result = expr.every() ? result.and(one) : result.or(one);
        }
        return result;
    }

    static List<?> elements(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
