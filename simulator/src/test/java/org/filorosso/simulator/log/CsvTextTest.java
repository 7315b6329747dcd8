package org.filorosso.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hazards of writing CSV in pieces. */
class CsvTextTest {

    /** A writer that buffers leaves the text empty: every decision printed as CSV would be lost. */
    @Test
    void holdsEveryRowThatWasEnded() {
        CsvText csv =
                new CsvText().row("id", "reason").text("a").text("one, two").end();

        assertThat(csv.toString()).isEqualTo("id,reason\na,\"one, two\"\n");
    }
}
