package org.filorosso.api.problem;

/** What is said of a kind when nobody knows more. */
final class ErrorTexts {
    private ErrorTexts() {}

    static String of(Kind kind) {
        return switch (kind) {
            case MALFORMED -> "The request cannot be read. Maybe a parameter is missing or has another form.";
            case UNAUTHENTICATED -> "Send a key. Maybe the header Authorization: Bearer fr_<id>.<secret>.";
            case FORBIDDEN -> "The role of this key may not do this.";
            case NOT_FOUND -> "Nothing is found at this address. Maybe look it up in /v3/api-docs.";
            case METHOD -> "This address takes other methods. The header Allow names them.";
            case NOT_ACCEPTABLE -> "The header Accept asks for a form that this answer does not have.";
            case TOO_LARGE -> "The body is longer than this address takes.";
            case MEDIA_TYPE -> "The header Content-Type names a form that this address does not read.";
            case TOO_MANY -> "Come again in a moment.";
            case UNAVAILABLE -> "Try again in a moment.";
            case INTERNAL -> "The log has the details, under the traceId.";
            case CONFLICT, ERASED, INVALID, REUSED, PLAYBOOK, TIMEOUT -> kind.title() + ".";
        };
    }
}
