package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.util.BitSet;
import org.filorosso.engine.feel.HistoryCall;
import org.filorosso.engine.feel.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The customer as seen by one decision: a value per slot, those that follow from others computed when first read.
 *
 * <p>Used by one thread. Equality is identity.
 */
public final class Fact implements Reading {

    private static final byte UNREAD = 0;
    private static final byte KNOWN = 1;

    private final FactLayout layout;
    private final Answers answers;
    private final @Nullable Object[] values;
    private final double[] numbers;
    private final byte[] state;

    Fact(FactLayout layout, Answers answers) {
        this.layout = layout;
        this.answers = answers;
        this.values = new Object[layout.size()];
        this.numbers = new double[layout.size()];
        this.state = new byte[layout.size()];
    }

    /**
     * The same customer anew.
     *
     * @param forgotten slots that are neither known nor computed there
     */
    public Fact without(BitSet forgotten) {
        Fact copy = new Fact(layout, answers);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        System.arraycopy(numbers, 0, copy.numbers, 0, numbers.length);
        System.arraycopy(state, 0, copy.state, 0, state.length);
        forgotten.stream().forEach(slot -> {
            copy.values[slot] = null;
            copy.state[slot] = UNREAD;
        });
        return copy;
    }

    /** Answers the questions rules ask of a customer's history. */
    @FunctionalInterface
    public interface Answers {
        /** The answer, normalised as in {@link Reading}, or null when there is none. */
        @Nullable
        Object answer(HistoryCall call);
    }

    /**
     * Sets a slot.
     *
     * @param value normalised as in {@link Reading}; null is missing
     */
    public void set(int slot, @Nullable Object value) {
        values[slot] = value;
        numbers[slot] = value instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
        state[slot] = KNOWN;
    }

    @Override
    public @Nullable Object value(int slot) {
        if (state[slot] == UNREAD) {
            set(slot, layout.compute(slot, this, answers));
        }
        return values[slot];
    }

    @Override
    public double number(int slot) {
        if (state[slot] == UNREAD) {
            set(slot, layout.compute(slot, this, answers));
        }
        return numbers[slot];
    }
}
