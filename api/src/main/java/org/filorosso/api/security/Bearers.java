package org.filorosso.api.security;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Knows a caller by what he bears: one of our keys, or a token of the identity provider. */
final class Bearers implements AuthenticationManager {
    private final KeyRing ring;
    private final @Nullable AuthenticationManager tokens;

    /** @param tokens null where no identity provider is configured */
    Bearers(KeyRing ring, @Nullable AuthenticationManager tokens) {
        this.ring = ring;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        String token = ((BearerTokenAuthenticationToken) asked).getToken();
        if (Secret.claimedBy(token)) {
            return ring.holder(token)
                    .map(key -> new Known(key.id(), EnumSet.of(key.role())))
                    .orElseThrow(() -> new InvalidBearerTokenException("No such key"));
        }
        Authentication known = tokens == null ? null : tokens.authenticate(asked);
        if (known == null) {
            throw new InvalidBearerTokenException("No such token");
        }
        return known;
    }
}
