package org.filorosso.api.problem;

import java.util.Arrays;

/** Every kind of problem the service answers; each has a page in docs/errors.md. */
public enum Kind {
    MALFORMED(400, "API-MALFORMED", "The request cannot be read"),
    UNAUTHENTICATED(401, "API-UNAUTHENTICATED", "Nobody known is calling"),
    FORBIDDEN(403, "API-FORBIDDEN", "This role may not do this"),
    NOT_FOUND(404, "API-NOT-FOUND", "There is no such thing"),
    METHOD(405, "API-METHOD", "This cannot be done here"),
    NOT_ACCEPTABLE(406, "API-NOT-ACCEPTABLE", "The answer has no such form"),
    TIMEOUT(408, "API-TIMEOUT", "The request took too long to arrive"),
    CONFLICT(409, "API-CONFLICT", "It was changed or is in use"),
    ERASED(409, "API-ERASED", "The facts were erased"),
    TOO_LARGE(413, "API-TOO-LARGE", "The request is too large"),
    MEDIA_TYPE(415, "API-MEDIA-TYPE", "The request has another form than expected"),
    INVALID(422, "API-INVALID", "The request says something that cannot be"),
    REUSED(422, "API-REUSED", "The key was used for another request"),
    PLAYBOOK(422, "API-PLAYBOOK", "The playbook has errors"),
    TOO_MANY(429, "API-TOO-MANY", "Too many requests"),
    INTERNAL(500, "API-INTERNAL", "Something went wrong inside"),
    UNAVAILABLE(503, "API-UNAVAILABLE", "This is not possible just now");

    private final int status;
    private final String code;
    private final String title;

    Kind(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** The first kind with an HTTP status; {@link #INTERNAL} for one that we never answer. */
    public static Kind of(int status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status == status)
                .findFirst()
                .orElse(INTERNAL);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Stable code. */
    public String code() {
        return code;
    }

    /** A short sentence, the same for every problem of the kind. */
    public String title() {
        return title;
    }
}
