package org.filorosso.engine.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing tested at a time. The rows of an experiment share their conditions and dates, so the experiment has one
 * {@link Row}: that of its first variant.
 *
 * @param slot where a decision keeps the name of the variant
 * @param variants in file order; their shares add up to at most 1, the rest is {@link #OUTSIDE}
 * @param target what {@link #CONTROL} drops, or null
 */
public record Experiment(
        Row row,
        int slot,
        String name,
        AssignmentLevel level,
        List<Variant> variants,
        @Nullable Target target,
        @Nullable String kpi,
        @Nullable String guardrail) {

    public static final String OUTSIDE = "outside";
    public static final String CONTROL = "control";

    /** A variant and its share, 0..1. */
    public record Variant(String id, int line, String name, double share) {}
}
