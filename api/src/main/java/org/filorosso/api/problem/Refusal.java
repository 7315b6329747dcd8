package org.filorosso.api.problem;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Refuses a request: thrown anywhere on its way, answered as a problem. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Kind kind;
    private final transient List<Fault> faults;
    private final long retrySeconds;

    private Refusal(Kind kind, String detail, List<Fault> faults, long retrySeconds) {
        super(detail, null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
        this.retrySeconds = retrySeconds;
    }

    /** A request that is refused as a whole. */
    public static Refusal of(Kind kind, String detail) {
        return new Refusal(kind, detail, List.of(), -1);
    }

    /** A request with these faults; all of them, not only the first. */
    public static Refusal of(Kind kind, String detail, List<Fault> faults) {
        return new Refusal(kind, detail, faults, -1);
    }

    /** One fault at one place. */
    public static Refusal at(
            Kind kind, String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        return new Refusal(kind, message, List.of(new Fault(pointer, message, rejected, hint)), -1);
    }

    /** The same with when to come again. */
    public Refusal retryAfter(long seconds) {
        return new Refusal(kind, detail(), faults, seconds);
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Seconds until it is worth trying again, where that helps. */
    public OptionalLong retryAfter() {
        return retrySeconds < 0 ? OptionalLong.empty() : OptionalLong.of(retrySeconds);
    }
}
