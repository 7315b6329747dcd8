package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook that a spreadsheet program saved must be read as it shows its cells. */
class ForeignWorkbookTest {
    @TempDir
    private Path temp;

    @Test
    void readsDatesPercentagesBooleansAndTextsThatLibreOfficeSaved() throws URISyntaxException, IOException {
        Problems problems = new Problems();
        Sheets sheets = Sheets.read(
                Path.of(ForeignWorkbookTest.class
                        .getResource("/playbook/libreoffice.xlsx")
                        .toURI()),
                problems);
        assertThat(problems.all()).isEmpty();
        sheets.write(temp);

        assertThat(Folders.read(temp))
                .containsEntry("actions.csv", """
                        issue,group,action,title,value,fallback,from,until,lever
                        "# perché, sì"
                        Grow,Data,more-giga,"due
                        righe, <b>",1.2340,false,2026-12-31,2027-01-31T18:30,20%

                        Grow,Data,007,  spazi,1234,true,,,-2.5%
                        """)
                .containsEntry("playbook.yaml", """
                        # made in LibreOffice
                        format: filorosso/v1
                        name: least
                        locale: it
                        arms:
                          - {name: champion, share: 100%}
                        """)
                .containsEntry("treatments.csv", "id,action,channel,plan\nT1,more-giga,app,1-3\n");
    }

    @ParameterizedTest
    @CsvSource({
        "dd/mm/yyyy, DATE",
        "[$-410]d mmmm yyyy;@, DATE",
        "yyyy-mm-dd hh:mm, DATE_TIME",
        "h:mm AM/PM, TIME",
        "0.0%, PERCENT",
        "General, NUMBER",
        "@, NUMBER",
        "0.00E+00, NUMBER",
        "#\\ \"days\", NUMBER",
        "mmm, DATE",
        "[Red]0;0%, NUMBER"
    })
    void knowsWhatAFormatShows(String format, ShownAs shown) {
        assertThat(ShownAs.of(format)).isEqualTo(shown);
    }

    @Test
    void showsNumbersWithoutTheNoiseOfBinaryFractions() {
        assertThat(List.of(
                        ShownAs.NUMBER.text("29.989999999999998", false),
                        ShownAs.NUMBER.text("1E-7", false),
                        ShownAs.PERCENT.text("0.28999999999999998", false),
                        ShownAs.DATE.text("59", false),
                        ShownAs.DATE.text("61", false),
                        ShownAs.DATE.text("0", true),
                        ShownAs.DATE_TIME.text("46387.999999999", false),
                        ShownAs.TIME.text("0.75", false)))
                .containsExactly(
                        "29.99",
                        "0.0000001",
                        "29%",
                        "1900-02-28",
                        "1900-03-01",
                        "1904-01-01",
                        "2027-01-01T00:00",
                        "18:00");
    }
}
