package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;

/** Hazard: a contact just recorded by a node whose clock is a little ahead is taken for the future, and not counted. */
class NewestRowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.100Z");

    private static Instant after(String time) {
        Interaction row = new Interaction(
                "i-1",
                Instant.parse(time),
                "offer",
                Outcome.PRESENTED,
                "desk",
                Direction.INBOUND,
                1,
                Interaction.Details.NONE);
        Subject subject = new Subject(
                "s-1",
                null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                new History(List.of(row), List.of()),
                History.NONE,
                null);
        return NewestRow.notBefore(new KnownSubject(subject, List.of(), null, null), NOW);
    }

    @Test
    void decidesAfterWhatWasJustRecorded() {
        assertThat(after("2026-11-22T10:00:00.123456Z")).isEqualTo(Instant.parse("2026-11-22T10:00:00.124Z"));
        assertThat(after("2026-11-22T10:00:00.100001Z")).isEqualTo(Instant.parse("2026-11-22T10:00:00.101Z"));
    }

    @Test
    void staysInThePresentWhereTheRowIsPastOrFarAhead() {
        assertThat(after("2026-11-22T09:59:59Z")).isEqualTo(NOW);
        assertThat(after("2026-11-22T10:01:00Z")).isEqualTo(NOW);
    }
}
