package org.filorosso.api.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is answered (RFC 9457), {@code application/problem+json}.
 *
 * @param type page of the documentation that explains the code
 * @param errors every fault, may be empty
 * @param traceId the same as in the log
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Fault> errors,
        @Nullable String traceId) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String PAGE = "https://filorosso.org/docs/errors#";

    static ProblemBody of(Kind kind, String detail, List<Fault> faults, @Nullable String traceId) {
        return new ProblemBody(
                PAGE + kind.code().toLowerCase(java.util.Locale.ROOT),
                kind.title(),
                kind.status(),
                detail,
                kind.code(),
                faults,
                traceId);
    }
}
