package org.filorosso.api.security;

/**
 * Who is calling. A parameter of this type in a controller is filled in.
 *
 * @param id of the key or the token's subject: the scope of request ids, and the name in the audit log
 */
public record Caller(String id, Role role) {

    /** The service itself, at its start and in its own jobs. */
    public static final Caller SERVICE = new Caller("service", Role.ADMIN);
}
