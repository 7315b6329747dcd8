package org.filorosso.api.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An identity provider whose tokens are accepted beside our own keys, under {@code filorosso.identity}.
 *
 * @param issuer its address, as in the tokens; null means there is none
 * @param audience what its tokens for us must name
 * @param keys where its public keys are, or null: as its own description says
 * @param algorithms with which it may sign
 * @param claim that names the roles: a text of words, or a list
 * @param roles its name of a role to ours; a name that is ours needs no entry
 */
@ConfigurationProperties("filorosso.identity")
public record IdentitySettings(
        @Nullable String issuer,
        @DefaultValue("filorosso") String audience,
        @Nullable String keys,
        @DefaultValue("RS256") List<String> algorithms,
        @DefaultValue("roles") String claim,
        @DefaultValue Map<String, String> roles) {

    /** Whether there is one. */
    public boolean configured() {
        return issuer != null && !issuer.isBlank();
    }
}
