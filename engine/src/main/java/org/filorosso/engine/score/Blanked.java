package org.filorosso.engine.score;

import org.jspecify.annotations.Nullable;

/**
 * What a decision comes to without stage and context.
 *
 * @param first action of the first result, or null when there is none
 */
public record Blanked(@Nullable String first) {}
