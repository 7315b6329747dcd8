package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: the first thing that a newcomer pastes does not work. */
class StartMessageTest {

    @ParameterizedTest
    @EnumSource
    void theLineAnswersWhenItIsPasted(TestDatabase database) throws Exception {
        String line = database.service().bean(StartMessage.class).curl().orElseThrow();
        Process shell = new ProcessBuilder("sh", "-c", line).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(answer).contains("\"interactionId\"", "\"playbook\":\"telco\"", "\"explain\":{");
    }
}
