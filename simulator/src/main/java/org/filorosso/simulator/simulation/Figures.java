package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as files hold them: at most six digits after the point, never an exponent. */
final class Figures {
    private static final int DIGITS = 6;

    private Figures() {}

    /** @param figure finite */
    static BigDecimal of(double figure) {
        BigDecimal rounded = new BigDecimal(figure).setScale(DIGITS, RoundingMode.HALF_EVEN);
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A ratio; 0 of nothing. */
    static BigDecimal ratio(double part, double whole) {
        return whole == 0 ? BigDecimal.ZERO : of(part / whole);
    }
}
