package org.filorosso.api.problem;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers whatever a controller refuses, or fails at, as a problem. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemBody> refused(Refusal refusal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.kind().status());
        refusal.retryAfter().ifPresent(seconds -> answer.header("Retry-After", Long.toString(seconds)));
        return answer.contentType(MediaType.valueOf(ProblemBody.MEDIA_TYPE))
                .body(ProblemBody.of(refusal.kind(), refusal.detail(), refusal.faults(), MDC.get("traceId")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e) {
        return refused(Refusal.of(Kind.MALFORMED, "The body is not the JSON that is expected."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> failed(Exception e) {
        if (e instanceof ErrorResponse known) {
            return refused(Refusal.of(Kind.of(known.getStatusCode().value()), "The framework refused the request."));
        }
        LOG.error("A request failed", e);
        return ResponseEntity.status(Kind.INTERNAL.status())
                .contentType(MediaType.valueOf(ProblemBody.MEDIA_TYPE))
                .body(ProblemBody.of(Kind.INTERNAL, "The log has the details.", List.of(), MDC.get("traceId")));
    }
}
