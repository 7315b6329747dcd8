package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filorosso.engine.playbook.io.Workbooks.cell;
import static org.filorosso.engine.playbook.io.Workbooks.rows;
import static org.filorosso.engine.playbook.io.Workbooks.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook made to hurt must be refused with its reason, and read no further than its limits. */
class HostileWorkbookTest {
    private static final String HEADER = "<row r=\"1\">" + cell("A1", "id") + cell("B1", "reason") + "</row>";

    @TempDir
    private Path temp;

    @Test
    void refusesWhatInflatesTooFar() throws IOException {
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        refuse(Code.WORKBOOK_TOO_LARGE, "inflates", out -> {
            for (int i = 0; i < 61; i++) {
                out.write(spaces);
            }
        });
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        byte[] noise = new byte[6 << 20];
        new Random(1).nextBytes(noise);
        refuse(Code.WORKBOOK_TOO_LARGE, "larger than 5 MB", out -> out.write(noise));
    }

    @Test
    void refusesTooManyParts() throws IOException {
        Path file = temp.resolve("parts.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 251; i++) {
                Workbooks.part(zip, "xl/part" + i + ".xml", text("<a/>"));
            }
        }
        assertThat(problems(file)).extracting(Problem::code).containsExactly(Code.WORKBOOK_ENTRIES);
    }

    @Test
    void refusesPartsThatDifferOnlyInCaseAsDoubled() throws IOException {
        Path file = temp.resolve("double.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Workbooks.part(zip, "xl/workbook.xml", text("<a/>"));
            Workbooks.part(zip, "xl/Workbook.xml", text("<b/>"));
        }
        assertThat(problems(file)).extracting(Problem::code).containsExactly(Code.DUPLICATE_ENTRY);
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        Path noise = Files.write(temp.resolve("noise.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        Path slip = temp.resolve("slip.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(slip))) {
            Workbooks.part(zip, "../../written-outside", text("x"));
        }

        assertThat(problems(noise)).extracting(Problem::code).containsExactly(Code.NOT_A_WORKBOOK);
        assertThat(problems(slip)).extracting(Problem::code).containsExactly(Code.NOT_A_WORKBOOK);
    }

    @Test
    void refusesDocumentTypesWithoutResolvingThem() throws IOException {
        String type = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        Path book = Workbooks.write(temp.resolve("workbook.xlsx"), type, rows(HEADER));

        assertThat(problems(book)).extracting(Problem::code).containsExactly(Code.DOCTYPE);
        refuse(
                Code.DOCTYPE,
                "sheet1.xml",
                text(type + "<worksheet><sheetData><row r=\"1\">" + cell("A1", "&e;&a;")
                        + "</row></sheetData></worksheet>"));
    }

    @Test
    void refusesDamagedXml() throws IOException {
        refuse(Code.NOT_A_WORKBOOK, "damaged", text("<worksheet><sheetData><row"));
        refuse(Code.NOT_A_WORKBOOK, "damaged", text("<a>".repeat(100_000)));
        refuse(Code.NOT_A_WORKBOOK, "damaged", rows("<row r=\"2\"/><row r=\"1\"/>"));
        refuse(Code.NOT_A_WORKBOOK, "damaged", rows("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        refuse(Code.NOT_A_WORKBOOK, "damaged", rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>"));
    }

    @Test
    void reportsFormulasErrorsAndImpossibleNumbersByTheirAddress() throws IOException {
        List<Problem> found = problems(Workbooks.write(
                temp.resolve("cells.xlsx"),
                rows(HEADER + "<row r=\"2\"><c r=\"A2\"><f>WEBSERVICE(\"http://127.0.0.1:9\")</f><v>1</v></c>"
                        + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1e999999999</v></c></row>")));

        assertThat(found)
                .extracting(Problem::code)
                .contains(Code.FORMULA_CELL)
                .filteredOn(code -> code == Code.ERROR_CELL)
                .hasSize(2);
        assertThat(found)
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("cells.xlsx!engagement:2: column \"column 1\": \"1\": cell A2 holds a formula"));
    }

    @Test
    void stopsReportingASheetFullOfFaults() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 2; i < 5000; i++) {
            rows.append("<row r=\"").append(i).append("\"><c><f/></c></row>");
        }
        assertThat(problems(Workbooks.write(temp.resolve("many.xlsx"), rows(rows.toString()))))
                .filteredOn(problem -> problem.code() == Code.FORMULA_CELL)
                .hasSize(100);
    }

    @Test
    void refusesCellsFarAwayAndColumnsBeyondTheLimit() throws IOException {
        refuse(
                Code.TOO_MANY_ROWS,
                "far below",
                rows(HEADER + "<row r=\"1048576\">" + cell("A1048576", "x") + "</row>"));
        refuse(Code.TOO_MANY_COLUMNS, "60 columns", rows(HEADER + "<row r=\"2\">" + cell("XFD2", "x") + "</row>"));
        assertThat(codes(rows(HEADER + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>")))
                .doesNotContain(Code.TOO_MANY_ROWS, Code.TOO_MANY_COLUMNS);
    }

    @Test
    void stopsAtASheetOfEmptyCells() throws IOException {
        refuse(
                Code.WORKBOOK_TOO_LARGE,
                "empty cells",
                rows(HEADER + ("<row>" + "<c/>".repeat(60) + "</row>").repeat(9_000)));
    }

    @Test
    void refusesMergedCellsUnlessTheyAreAComment() throws IOException {
        String sheet = "<worksheet><sheetData>" + HEADER + "<row r=\"2\">" + cell("A2", "# title")
                + "</row></sheetData><mergeCells><mergeCell ref=\"%s\"/></mergeCells></worksheet>";

        refuse(Code.MERGED_CELLS, "A1:XFD1048576", text(sheet.replace("%s", "A1:XFD1048576")));
        assertThat(codes(text(sheet.replace("%s", "A2:H2")))).doesNotContain(Code.MERGED_CELLS);
    }

    @Test
    void refusesUnknownSheetsWithNearNames() throws IOException {
        Path file = temp.resolve("sheet.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Workbooks.part(
                    zip,
                    "xl/workbook.xml",
                    text("<workbook><sheets><sheet name=\"engagment\"/>"
                            + "<sheet name=\"#scratch\"/></sheets></workbook>"));
        }
        assertThat(problems(file))
                .filteredOn(problem -> problem.code() == Code.UNKNOWN_SHEET)
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).isEqualTo("Maybe \"engagement\"?"));
    }

    private void refuse(Code code, String message, Workbooks.Content sheet) throws IOException {
        assertThat(problems(Workbooks.write(temp.resolve("sheet.xlsx"), sheet))).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.toString()).contains(message);
        });
    }

    private List<Code> codes(Workbooks.Content sheet) throws IOException {
        return problems(Workbooks.write(temp.resolve("sheet.xlsx"), sheet)).stream()
                .map(Problem::code)
                .toList();
    }

    private static List<Problem> problems(Path file) {
        Problems problems = new Problems();
        Sheets.read(file, problems);
        return problems.errors();
    }
}
