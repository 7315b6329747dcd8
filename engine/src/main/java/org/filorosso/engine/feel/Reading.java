package org.filorosso.engine.feel;

import org.jspecify.annotations.Nullable;

/**
 * The facts of one decision, in slots: what an expression reads while it is evaluated.
 *
 * <p>Numbers are {@link java.math.BigDecimal} normalised by {@link Numbers#normal}, texts {@link String}, yes/no
 * {@link Boolean}, dates {@link java.time.LocalDate}, dates with time {@link java.time.ZonedDateTime}, lists
 * {@link java.util.List} and records lists of {@link java.util.Map} by field name.
 */
public interface Reading {

    /** The value in a slot; null means missing. */
    @Nullable
    Object value(int slot);

    /** The number in a slot as a double, NaN when it is missing or not a number: the fast path of comparisons. */
    double number(int slot);
}
