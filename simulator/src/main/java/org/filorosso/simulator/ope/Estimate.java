package org.filorosso.simulator.ope;

import org.jspecify.annotations.Nullable;

/** A policy's mean reward with its error; null is what the data do not tell. */
public record Estimate(
        double value,
        @Nullable Double se,
        @Nullable Double low,
        @Nullable Double high) {}
