package org.filorosso.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days follow the calendar of the zone, hours the clock. */
class SpanTest {
    /** The day after summer time begins in Rome. */
    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 3, 30, 10, 0).atZone(Customer.ROME);

    @Test
    void aDayIsNotTwentyFourHoursWhenTheClockChanges() throws FeelException {
        assertThat(Span.parse("P2D").before(MONDAY).toLocalTime()).hasToString("10:00");
        assertThat(Span.parse("PT48H").before(MONDAY).toLocalTime()).hasToString("09:00");
        assertThat(Span.parse("P2D").longerThan(Span.parse("PT47H"), MONDAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "P1M", "P1Y2M3D", "PT4H", "P1DT12H", "PT0.5S"})
    void textReadsBack(String text) throws FeelException {
        assertThat(Span.parse(text)).hasToString(text);
        assertThat(Span.parse(" " + text + " ")).isEqualTo(Span.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30 days", "P", "PT", "-P1D", "P-1D", "PT-1H", "P1DT", "1D", "P99999999999D"})
    void whatIsNoLengthIsRefused(String text) {
        assertThat(catchThrowableOfType(FeelException.class, () -> Span.parse(text)))
                .as(text)
                .isNotNull();
    }

    @Test
    void weeksAreDays() throws FeelException {
        assertThat(Span.parse("P2W")).isEqualTo(Span.days(14));
    }
}
