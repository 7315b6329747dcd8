package org.filorosso.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.filorosso.engine.decide.State.Quote;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Starter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a price that was said is not honoured, or one that was never said is. */
class StandingQuotesTest {
    private static final Instant AT = Instant.parse("2026-03-20T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void pricesSaidOfActionsWithQuoteValidStandAsLongAsItSays() throws Exception {
        Starter.write(folder.resolve("starter"));
        Playbook starter = PlaybookReader.read(folder.resolve("starter"), LocalDate.of(2026, 3, 2))
                .orThrow();

        List<Quote> quotes = StandingQuotes.of(
                starter,
                History.of(
                        List.of(
                                row("more-data", Outcome.PRESENTED, "7"),
                                row("more-data", Outcome.SENT, "6"),
                                row("more-data", Outcome.REJECTED, "5"),
                                row("more-data", Outcome.PRESENTED, null),
                                row("loyalty-discount", Outcome.PRESENTED, "4"),
                                row("of-the-past", Outcome.PRESENTED, "3")),
                        List.of()));

        // 14 calendar days, over the change to summer time of 29 March
        Instant until = Instant.parse("2026-04-03T09:00:00Z");
        assertThat(quotes)
                .containsExactly(
                        new Quote("more-data", new BigDecimal("7"), "email", AT, until),
                        new Quote("more-data", new BigDecimal("6"), "email", AT, until));
    }

    private static Interaction row(String action, Outcome outcome, String price) {
        BigDecimal said = price == null ? null : new BigDecimal(price);
        Interaction.Details details = new Interaction.Details(null, said, null, null, null, null);
        return new Interaction("i", AT, action, outcome, "email", Direction.OUTBOUND, 1, details);
    }
}
