package org.filorosso.api.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Tokens of an identity provider: signature, issuer, audience and time are checked, its roles are translated to ours. */
final class Tokens {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final String ID = "[A-Za-z0-9._:@+-]{1,60}";

    private final IdentitySettings settings;

    private Tokens(IdentitySettings settings) {
        this.settings = settings;
    }

    /** Who knows the bearers of its tokens. The provider is asked at the first token, not at the start. */
    static AuthenticationManager of(IdentitySettings settings) {
        Tokens tokens = new Tokens(settings);
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(new SupplierJwtDecoder(tokens::decoder));
        provider.setJwtAuthenticationConverter(tokens::known);
        return provider::authenticate;
    }

    private JwtDecoder decoder() {
        NimbusJwtDecoder decoder = settings.keys() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer())
                        .jwsAlgorithms(pinned -> pinned.addAll(algorithms()))
                        .build()
                : NimbusJwtDecoder.withJwkSetUri(settings.keys())
                        .jwsAlgorithms(pinned -> pinned.addAll(algorithms()))
                        .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new JwtClaimValidator<>("exp", expiry -> expiry != null),
                new JwtClaimValidator<>("sub", subject -> subject != null),
                new JwtIssuerValidator(issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(settings.audience()))));
        return decoder;
    }

    private String issuer() {
        return String.valueOf(settings.issuer());
    }

    private Set<SignatureAlgorithm> algorithms() {
        return settings.algorithms().stream().map(Tokens::algorithm).collect(Collectors.toSet());
    }

    private static SignatureAlgorithm algorithm(String name) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new IllegalArgumentException("filorosso.identity.algorithms names " + name + ". Maybe one of "
                    + Arrays.stream(SignatureAlgorithm.values())
                            .map(SignatureAlgorithm::getName)
                            .toList());
        }
        return algorithm;
    }

    private Known known(Jwt token) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names(token.getClaim(settings.claim()))) {
            String ours = settings.roles().getOrDefault(name, name).toUpperCase(Locale.ROOT);
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(ours))
                    .forEach(roles::add);
        }
        return new Known(id(token.getSubject()), roles);
    }

    private static List<String> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            List<String> names = new ArrayList<>();
            list.forEach(name -> names.add(String.valueOf(name)));
            return names;
        }
        return claim instanceof String text ? List.of(text.split(" ")) : List.of();
    }

    // of its own kind, so that no subject is taken for a key or for the service itself
    private static String id(@Nullable String claim) {
        String subject = String.valueOf(claim);
        return "sub:" + (subject.matches(ID) ? subject : Secret.sha256(subject).substring(0, 60));
    }
}
