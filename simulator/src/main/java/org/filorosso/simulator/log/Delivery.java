package org.filorosso.simulator.log;

import java.util.function.Function;
import org.filorosso.engine.decide.Decision.Result;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer is not part of the decision, but of how it reaches its caller.
 *
 * @param degraded why it is less than it should be, or null
 * @param token what a response to a result has to bring back, or null where none is awaited
 */
public record Delivery(@Nullable String degraded, Function<Result, @Nullable String> token) {

    /** All there is, and nobody responds to it. */
    public static final Delivery NONE = new Delivery(null, result -> null);
}
