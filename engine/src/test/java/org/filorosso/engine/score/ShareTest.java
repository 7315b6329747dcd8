package org.filorosso.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.filorosso.engine.score.Scorecard.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazards: an interval that is not the published one, or that is too narrow where one subject has many contacts. */
class ShareTest {

    /** R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void isWilsonsIntervalWhereNobodyRepeats(int hits, int all, double low, double high) {
        Share share = new Share();
        for (int i = 0; i < all; i++) {
            share.add(i < hits ? 1 : 0, 1);
        }
        Figure figure = share.figure();
        assertThat(figure.interval()).isEqualTo("wilson");
        assertThat(figure.low() / 100).isCloseTo(low, within(5e-5));
        assertThat(figure.high() / 100).isCloseTo(high, within(5e-5));
        assertThat(figure.score()).isCloseTo(100.0 * hits / all, within(1e-9));
    }

    /**
     * By hand: subjects with 2 of 2, 0 of 2, 1 of 2. p = 1/2, residuals y - pn = 1, -1, 0, variance 3/2 * 2 / 36 = 1/12,
     * binomial variance 1/24, design effect 2, t with 2 degrees of freedom 4.302653, z 1.959964: effective size
     * 6 / 2 * (1.959964 / 4.302653)^2 = 0.622509; Wilson of 1/2 over n is 1/2 -+ z / (2 sqrt(n + z^2)) = 0.463828.
     */
    @Test
    void countsSubjectsThatRepeatAsLess() {
        Share share = new Share();
        share.add(2, 2);
        share.add(0, 2);
        share.add(1, 2);
        Figure figure = share.figure();
        assertThat(figure.interval()).isEqualTo("wilson clustered by subject");
        assertThat(figure.low()).isCloseTo(50 - 46.3828, within(1e-3));
        assertThat(figure.high()).isCloseTo(50 + 46.3828, within(1e-3));
    }

    /** Ten subjects with five each and no miss: as if ten things were seen, not fifty. Wilson of 10/10: 0.7225. */
    @Test
    void doesNotBelieveTooMuchWhereAllAgree() {
        Share share = new Share();
        for (int i = 0; i < 10; i++) {
            share.add(5, 5);
        }
        assertThat(share.figure().low()).isCloseTo(72.25, within(0.01));
        assertThat(share.figure().high()).isEqualTo(100);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(new Share().figure()).isNull();
    }

    /** 2,000 seeded samples of 40 subjects who differ (P from a triangle on 0..1) with 1 to 8 contacts each. */
    @Test
    void coversTheTruthWhereSubjectsDiffer() {
        Random random = new Random(20260301);
        int covered = 0;
        for (int sample = 0; sample < 2000; sample++) {
            Share share = new Share();
            for (int subject = 0; subject < 40; subject++) {
                double p = (random.nextDouble() + random.nextDouble()) / 2;
                int contacts = 1 + random.nextInt(8);
                int hits = 0;
                for (int i = 0; i < contacts; i++) {
                    hits += random.nextDouble() < p ? 1 : 0;
                }
                share.add(hits, contacts);
            }
            covered += share.figure().low() <= 50 && share.figure().high() >= 50 ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(0.935, 0.965);
    }
}
