package org.filorosso.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: a text from a customer or a playbook becomes a formula in somebody's spreadsheet. */
class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void startsOfFormulasAreTexts(String text) {
        assertThat(new CsvText().text(text).end().toString()).startsWith(text.contains("\r") ? "\"'" : "'");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(new CsvText()
                        .number(-1.5)
                        .number(new BigDecimal("-1E+2"))
                        .number(null)
                        .end()
                        .toString())
                .isEqualTo("-1.5,-100,\n");
    }

    @Test
    void quotesAndLineBreaksAreQuoted() {
        assertThat(new CsvText().row("a \"b\"", "c,d", "e\nf", "g").toString())
                .isEqualTo("\"a \"\"b\"\"\",\"c,d\",\"e\nf\",g\n");
    }
}
