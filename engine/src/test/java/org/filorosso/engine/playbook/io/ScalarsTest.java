package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain cell must be read as its locale writes it, or refused: never read as another value. */
class ScalarsTest {
    private static final Scalars EN = Scalars.of(PlainLocale.EN);
    private static final Scalars IT = Scalars.of(PlainLocale.IT);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"0.5 0.5", "1234 1234", "-3.20 -3.20", "+4 4", ".5 0.5", "1.234 1.234", "0012 12"})
    void readsEnglishNumbers(String text, BigDecimal number) {
        assertThat(EN.number(text).value()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0,5 0.5",
                "1.234,50 1234.5",
                "1.234.567 1234567",
                "0.5 0.5",
                "12.5 12.5",
                "0.125 0.125",
                "1234,5 1234.5",
                "1.2340 1.234",
                "-1.000,0 -1000"
            })
    void readsItalianNumbers(String text, BigDecimal number) {
        assertThat(IT.number(text).value()).isEqualByComparingTo(number);
    }

    @Test
    void refusesWhatCanBeReadInTwoWays() {
        Plain<BigDecimal> plain = IT.number(" 1.234 ");

        assertThat(plain.code()).isEqualTo(Code.AMBIGUOUS_NUMBER);
        assertThat(plain.hint()).isEqualTo("Maybe 1234, or 1,234.");
    }

    @Test
    void refusesTheOtherLocaleWithAHint() {
        assertThat(EN.number("0,5").hint()).isEqualTo("Maybe 0.5, or \"locale: it\" in playbook.yaml.");
        assertThat(EN.number("1,234").hint()).startsWith("Maybe 1234");
        assertThat(EN.moment("31/12/2026").hint()).startsWith("Maybe 2026-12-31, or \"locale: it\"");
        assertThat(EN.yesNo("sì").hint()).startsWith("Maybe yes, or \"locale: it\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1e5", "1 234", "NaN", "Infinity", "--1", "1.2.3", "0x10", "1.23,4", "٣", "1e999999999"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(EN.number(text).isRefused()).isTrue();
        assertThat(IT.number(text).isRefused()).isTrue();
    }

    @Test
    void readsExponentsInDataFilesOnly() {
        assertThat(Scalars.ofData(PlainLocale.EN).number("1.5e-07").value()).isEqualByComparingTo("0.00000015");
        assertThat(Scalars.ofData(PlainLocale.EN).number("1e999999").isRefused())
                .isTrue();
        assertThat(Scalars.ofData(PlainLocale.EN).number("9".repeat(41)).isRefused())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"20%, 0.2", "+20%, 0.2", "-5 %, -0.05", "0.5%, 0.005"})
    void readsPercentages(String text, BigDecimal fraction) {
        assertThat(EN.percentage(text).value()).isEqualByComparingTo(fraction);
    }

    @Test
    void readsItalianPercentagesAndRefusesBareNumbers() {
        assertThat(IT.percentage("2,5%").value()).isEqualByComparingTo("0.025");
        assertThat(EN.percentage("20").hint()).isEqualTo("Maybe 20%.");
        assertThat(EN.percentage("2,5%").code()).isEqualTo(Code.NOT_A_PERCENTAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-12-31",
        "2026-1-2, 2026-01-02",
        "2026-12-31T18:00, 2026-12-31T18:00",
        "2026-12-31 9:05, 2026-12-31T09:05",
        "2026-12-31T18:00:30, 2026-12-31T18:00:30"
    })
    void readsMoments(String text, String iso) {
        assertThat(EN.moment(text).value()).hasToString(iso);
        assertThat(IT.moment(text).value()).hasToString(iso);
    }

    @Test
    void readsItalianDates() {
        assertThat(IT.moment("31/12/2026").value()).hasToString("2026-12-31");
        assertThat(IT.moment("1/2/2026 8:30").value()).hasToString("2026-02-01T08:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "31/13/2026", "2026-12-31T25:00", "46387", "31/12/26", "tomorrow", ""})
    void refusesDatesThatAreNone(String text) {
        assertThat(IT.moment(text).isRefused()).isTrue();
        assertThat(EN.date(text).isRefused()).isTrue();
    }

    @Test
    void refusesATimeWhereADateIsWanted() {
        assertThat(EN.date("2026-12-31T18:00").isRefused()).isTrue();
        assertThat(EN.date("2026-12-31").value()).hasToString("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "YES, true", "true, true", "no, false", "False, false"})
    void readsYesAndNo(String text, boolean value) {
        assertThat(EN.yesNo(text).value()).isEqualTo(value);
        assertThat(IT.yesNo(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"sì, true", "SÌ, true", "VERO, true", "FALSO, false", "si\u0300, true"})
    void readsItalianYesAndNo(String text, boolean value) {
        assertThat(IT.yesNo(text).value()).isEqualTo(value);
        assertThat(EN.yesNo(text).isRefused()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "P30D, P30D", "PT4H, PT4H", "30 days, P30D", "4 hours, PT4H", "2 weeks, P14D", "1 month, P1M",
        "30 giorni, P30D", "4 ore, PT4H", "2 settimane, P14D", "1 mese, P1M", "1 GIORNO, P1D", "PT720H, PT720H",
        "12 months, P12M", "P1DT12H, P1DT12H", "10 minutes, PT10M", "1 anno, P1Y"
    })
    void readsDurations(String text, String iso) {
        assertThat(EN.duration(text).value()).hasToString(iso);
        assertThat(IT.duration(text).value()).hasToString(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "days", "P", "PT", "-P1D", "P-1D", "30 dais", "1.5 days", "999999 days", "", "P1D x"})
    void refusesDurationsThatAreNone(String text) {
        assertThat(EN.duration(text).code()).isEqualTo(Code.NOT_A_DURATION);
    }

    @Test
    void namesTheNearUnitOfAMistypedDuration() {
        assertThat(EN.duration("30 dais").hint()).contains("days");
    }

    /** The machine's own locale must not matter. */
    @Test
    void readsTheSameOnAnyMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(EN.yesNo("FALSE").value()).isFalse();
            assertThat(IT.duration("2 SETTIMANE").value()).hasToString("P14D");
            assertThat(Code.FORMULA_CELL.id()).isEqualTo("PB-112");
        } finally {
            Locale.setDefault(before);
        }
    }
}
