package org.filorosso.api.security;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One operation of the service.
 *
 * @param roles who may; empty means everybody, without a key
 * @param longest body in bytes; {@link Long#MAX_VALUE} where it is streamed
 */
public record Route(HttpMethod method, PathPattern path, Set<Role> roles, long longest) {

    /** Whether it needs no key. */
    public boolean open() {
        return roles.isEmpty();
    }
}
