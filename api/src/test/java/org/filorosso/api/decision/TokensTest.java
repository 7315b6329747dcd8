package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a forged token is believed, an honest one is not, the key lies open. */
class TokensTest {
    private static final ResponseToken TOKEN = new ResponseToken(
            "01J",
            "c-1",
            "wifi-mesh",
            "T-1",
            "contact-centre",
            Direction.OUTBOUND,
            1,
            "telco",
            "9f".repeat(32),
            "growing",
            new BigDecimal("7.10"),
            Instant.parse("2026-03-10T10:00:00.123Z"));

    @TempDir
    Path folder;

    @Test
    void believesItsOwnAndNothingElse() {
        ResponseTokens tokens = new ResponseTokens(() -> List.of(new byte[32]));
        String text = tokens.sign(TOKEN);
        assertThat(text).matches("[A-Za-z0-9_-]+").isEqualTo(tokens.sign(TOKEN));
        assertThat(tokens.verify(text)).contains(TOKEN);
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String forged = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(tokens.verify(forged)).isEmpty();
        }
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("no token!")).isEmpty();
        assertThat(new ResponseTokens(() -> List.of("another".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .verify(text))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nodesOfOneDatabaseShareAKeyAndKeepItWithoutTheDatabase(TestDatabase kind) throws Exception {
        Database database = kind.database();
        ResponseTokens before = tokens(database, "one", false);
        String early = before.sign(TOKEN);
        ResponseTokens one = tokens(database, "one", true);
        ResponseTokens two = tokens(database, "two", true);
        assertThat(two.sign(TOKEN)).isEqualTo(one.sign(TOKEN));
        assertThat(one.verify(early)).as("signed before the database came").contains(TOKEN);
        assertThat(tokens(database, "two", false).sign(TOKEN)).isEqualTo(one.sign(TOKEN));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("two"))))
                .isEqualTo("rw-------");
    }

    private ResponseTokens tokens(Database database, String file, boolean ready) {
        try (TokenKeys keys = new TokenKeys(database, InstantSource.system(), folder.resolve(file), () -> ready)) {
            return new ResponseTokens(keys::keys);
        }
    }
}
