package org.filorosso.api.problem;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a controller refuses, or fails at, as a problem. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemBody> refused(Refusal refusal) {
        return answer(refusal, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e) {
        Refusal inside = refusalIn(e);
        return refused(inside != null ? inside : Refusal.of(Kind.MALFORMED, "There is no body. Maybe a JSON object."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mismatched(TypeMismatchException e) {
        Fault fault = new Fault("", "The parameter " + e.getPropertyName() + " has another form", null, null);
        return refused(Refusal.of(Kind.MALFORMED, ErrorTexts.of(Kind.MALFORMED), List.of(fault)));
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("A caller hung up");
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemBody> failed(Exception e) {
        Refusal inside = refusalIn(e);
        if (inside != null) {
            return refused(inside);
        }
        if (e instanceof ErrorResponse known) {
            Kind kind = Kind.of(known.getStatusCode().value());
            return answer(Refusal.of(kind, ErrorTexts.of(kind)), known.getHeaders());
        }
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (Failures.passing(cause)) {
            LOG.warn(
                    "Something is away: {}",
                    Failures.places(cause).lines().findFirst().orElse(""));
            return refused(Refusal.of(Kind.UNAVAILABLE, ErrorTexts.of(Kind.UNAVAILABLE))
                    .retryAfter(1));
        }
        LOG.error("A request failed: {}", Failures.places(cause));
        return refused(Refusal.of(Kind.INTERNAL, ErrorTexts.of(Kind.INTERNAL)));
    }

    private static @Nullable Refusal refusalIn(Throwable e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth++ < 10; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static ResponseEntity<ProblemBody> answer(Refusal refusal, HttpHeaders headers) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(refusal.kind().status()).headers(headers);
        refusal.retryAfter().ifPresent(seconds -> answer.header("Retry-After", Long.toString(seconds)));
        return answer.contentType(MediaType.valueOf(ProblemBody.MEDIA_TYPE))
                .body(ProblemBody.of(refusal.kind(), refusal.detail(), refusal.faults(), MDC.get(TraceFilter.KEY)));
    }
}
