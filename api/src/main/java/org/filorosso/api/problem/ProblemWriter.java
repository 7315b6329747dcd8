package org.filorosso.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is at hand: in filters and for the server's own errors. */
public final class ProblemWriter {
    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with the refusal; nothing if an answer has begun. */
    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.kind().status());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        refusal.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        byte[] body = text(refusal).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** The problem as JSON. */
    public String text(Refusal refusal) {
        return mapper.writeValueAsString(
                ProblemBody.of(refusal.kind(), refusal.detail(), refusal.faults(), MDC.get(TraceFilter.KEY)));
    }
}
