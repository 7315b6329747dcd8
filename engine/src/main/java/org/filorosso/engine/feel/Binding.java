package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;

/** Facts with one variable bound, which changes while a list is walked. Belongs to one evaluation. */
final class Binding implements Reading {
    private final Reading outer;
    private final int slot;
    private @Nullable Object item;

    Binding(Reading outer, int slot) {
        this.outer = outer;
        this.slot = slot;
    }

    Binding to(@Nullable Object value) {
        item = value;
        return this;
    }

    @Override
    public @Nullable Object value(int index) {
        return index == slot ? item : outer.value(index);
    }

    @Override
    public double number(int index) {
        return index == slot ? Numbers.toDouble(item) : outer.number(index);
    }
}
