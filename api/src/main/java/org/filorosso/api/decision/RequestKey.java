package org.filorosso.api.decision;

/**
 * Names a request in the scope of its caller.
 *
 * @param bodyDigest SHA-256 of what was asked: another body under the same name is refused
 */
record RequestKey(String scope, String requestId, String bodyDigest) implements Comparable<RequestKey> {

    /** Whether both name the same request, whatever it asks. */
    boolean names(RequestKey other) {
        return scope.equals(other.scope) && requestId.equals(other.requestId);
    }

    /** The order in which keys are written, so that no two writers wait for each other. */
    @Override
    public int compareTo(RequestKey other) {
        int byScope = scope.compareTo(other.scope);
        return byScope != 0 ? byScope : requestId.compareTo(other.requestId);
    }
}
