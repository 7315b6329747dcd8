package org.filorosso.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer JSON pointer of the place, such as {@code /responses/0/outcome}; empty for the whole body
 * @param message what is wrong
 * @param rejected the value, or null
 * @param hint what to write instead, beginning with "Maybe", or null
 */
public record Fault(
        String pointer,
        String message,
        @Nullable Object rejected,
        @Nullable String hint) {}
