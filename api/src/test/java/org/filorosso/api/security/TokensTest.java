package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hazard: a forged, foreign or old token opens, or an honest one does not. */
class TokensTest {
    private static final String ISSUER = "https://identity.example.com";
    private static HttpServer provider;
    private static RSAKey key;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        provider.createContext("/keys", call -> {
            call.sendResponseHeaders(200, keys.length);
            call.getResponseBody().write(keys);
            call.close();
        });
        provider.start();
        service = RunningService.started(
                TestDatabase.H2,
                "--filorosso.identity.issuer=" + ISSUER,
                "--filorosso.identity.keys=http://localhost:"
                        + provider.getAddress().getPort() + "/keys",
                "--filorosso.identity.roles.boss=admin");
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.stop(0);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("filorosso")
                .subject("anna@example.com")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("roles", List.of("admin", "something else"));
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> change, JWSAlgorithm algorithm, JWSSigner signer)
            throws Exception {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static int statusOf(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return status(signed(change, JWSAlgorithm.RS256, new RSASSASigner(key)));
    }

    private static int status(String token) {
        return service.with(token).get("/v1/keys").status();
    }

    @Test
    void opensWithTheRolesOfTheProviderByTheirNamesOrOurs() throws Exception {
        assertThat(statusOf(claims -> {})).isEqualTo(200);
        assertThat(statusOf(claims -> claims.claim("roles", "boss"))).isEqualTo(200);
        assertThat(statusOf(claims -> claims.claim("roles", List.of("agent")))).isEqualTo(403);
        assertThat(statusOf(claims -> claims.claim("roles", null))).isEqualTo(403);
    }

    @Test
    void refusesWhatIsForAnotherFromAnotherOrOld() throws Exception {
        assertThat(statusOf(claims -> claims.audience("somebody else"))).isEqualTo(401);
        assertThat(statusOf(claims -> claims.audience((String) null))).isEqualTo(401);
        assertThat(statusOf(claims -> claims.issuer("https://evil.example.com")))
                .isEqualTo(401);
        assertThat(statusOf(claims -> claims.issuer(null))).isEqualTo(401);
        assertThat(statusOf(claims -> claims.subject(null))).isEqualTo(401);
        assertThat(statusOf(claims -> claims.expirationTime(null))).isEqualTo(401);
        assertThat(statusOf(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(45)))))
                .isEqualTo(401);
        assertThat(statusOf(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(5)))))
                .as("within the skew of clocks")
                .isEqualTo(200);
        assertThat(statusOf(
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(120)))))
                .isEqualTo(401);
    }

    @Test
    void refusesWhatTheProviderDidNotSign() throws Exception {
        assertThat(status(new PlainJWT(claims().build()).serialize())).isEqualTo(401);
        RSAKey other = new RSAKeyGenerator(2048).keyID("k1").generate();
        assertThat(status(signed(claims -> {}, JWSAlgorithm.RS256, new RSASSASigner(other))))
                .isEqualTo(401);
        assertThat(status(signed(claims -> {}, JWSAlgorithm.RS512, new RSASSASigner(key))))
                .as("an algorithm that is not pinned")
                .isEqualTo(401);
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        assertThat(status(signed(claims -> {}, JWSAlgorithm.HS256, new MACSigner(publicKey))))
                .as("signed with the public key as if it were a secret")
                .isEqualTo(401);
    }

    @Test
    void makesNoFirstKeysButKnowsThoseThatAreMade() throws Exception {
        assertThat(Files.exists(service.dataDir().resolve("keys.txt"))).isFalse();
        String token = signed(claims -> {}, JWSAlgorithm.RS256, new RSASSASigner(key));
        String made = service.with(token)
                .post("/v1/keys", "{'role': 'admin', 'name': 'beside'}")
                .json()
                .get("key")
                .asString();
        assertThat(status(made)).isEqualTo(200);
        assertThat(service.with(made).get("/v1/audit").text()).contains("sub:anna@example.com");
    }
}
