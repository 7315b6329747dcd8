package org.filorosso.api.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who proved who he is. */
final class Known extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final EnumSet<Role> roles;

    Known(String id, Set<Role> roles) {
        super(java.util.List.of());
        this.id = id;
        this.roles = EnumSet.noneOf(Role.class);
        this.roles.addAll(roles);
        setAuthenticated(true);
    }

    /** The caller in the first of his roles that may do this; empty when none may. */
    Optional<Caller> acting(Set<Role> allowed) {
        return roles.stream().filter(allowed::contains).findFirst().map(role -> new Caller(id, role));
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public Object getPrincipal() {
        return id;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
