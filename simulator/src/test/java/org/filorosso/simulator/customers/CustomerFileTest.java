package org.filorosso.simulator.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a customer file is read as something else than it says, and nobody is told. */
class CustomerFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private final Playbook shop = PlaybookReader.read(Path.of(Run.SHOP), TODAY).orThrow();

    private List<Subject> read(String name, String text) throws IOException, FlawException {
        return read(shop, name, text, CustomerFile.Options.DEFAULT);
    }

    private List<Subject> read(Playbook playbook, String name, String text, CustomerFile.Options options)
            throws IOException, FlawException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        List<Subject> subjects = new ArrayList<>();
        try (CustomerFile customers = CustomerFile.open(playbook, options, DataFile.of(file))) {
            for (CustomerFile.Row row : customers.next(1_000)) {
                subjects.add(row.subject());
            }
        }
        return subjects;
    }

    private static Object value(Subject subject, String attribute) {
        Subject.Dated dated = subject.attributes().get(attribute);
        return dated == null ? "(missing)" : dated.value();
    }

    @Test
    void valuesArriveAsTheirTypes() throws Exception {
        Subject subject = read(
                        "c.csv",
                        "\uFEFFid;Tenure Months;MonthlyCharges;senior;products;born;last seen;contracts;plan\r\n"
                                + "a;1.50e1;0.10;YES;\"bike | lamp\";1980-02-29;2026-01-01T08:00;"
                                + "\"[{\"\"plan\"\": \"\"smart\"\", \"\"months left\"\": 2.0}]\"; smart \r\n")
                .get(0);

        assertThat(value(subject, "tenure months")).isEqualTo(new BigDecimal("15"));
        assertThat(value(subject, "monthly spend")).isEqualTo(new BigDecimal("0.1"));
        assertThat(value(subject, "senior")).isEqualTo(true);
        assertThat(value(subject, "products")).isEqualTo(List.of("bike", "lamp"));
        assertThat(value(subject, "born")).isEqualTo(LocalDate.of(1980, 2, 29));
        assertThat(value(subject, "last seen")).hasToString("2026-01-01T08:00+01:00[Europe/Rome]");
        assertThat(value(subject, "contracts"))
                .isEqualTo(List.of(Map.of("plan", "smart", "months left", new BigDecimal("2"))));
        assertThat(value(subject, "plan")).isEqualTo("smart");
    }

    @Test
    void blankIsMissing() throws Exception {
        Subject subject = read("c.csv", "id,tenure,plan\na, ,\n").get(0);

        assertThat(subject.attributes()).isEmpty();
    }

    @Test
    void anAttributeTwiceIsAnError() {
        assertThatThrownBy(() -> read("c.csv", "id,tenure,tenure months\na,1,1\n"))
                .hasMessageContaining("two columns hold the same: attribute tenure months");
    }

    @Test
    void anUnknownColumnIsAnErrorUnlessPassedOver() throws Exception {
        assertThatThrownBy(() -> read("c.csv", "id,tenur,reason for contact,refusals\na,1,offer,1\n"))
                .hasMessageContaining("c.csv:1: column \"tenur\"")
                .hasMessageContaining("\"tenure\"")
                .hasMessageContaining("is an attribute of the context")
                .hasMessageContaining("is derived");

        assertThat(read(shop, "c.csv", "id,tenur\na,1\n", new CustomerFile.Options(null, true)))
                .hasSize(1);
    }

    @Test
    void allFlawsOfARowAreTold() {
        assertThatThrownBy(() -> read("c.csv", "id,tenure,senior,born,consents,plan\na,1.000.0,2,31/12/2026,spam,x\n"))
                .hasMessageContaining("c.csv:2: column \"tenure\": \"1.000.0\": is no number")
                .hasMessageContaining("is neither yes nor no")
                .hasMessageContaining("is no date where the locale is en")
                .hasMessageContaining("is no purpose of the playbook")
                .hasMessageContaining("is not one of the allowed values");
    }

    @Test
    void aRowWiderThanTheHeaderIsAnError() {
        assertThatThrownBy(() -> read("c.csv", "id,plan\na,smart,and more\n"))
                .hasMessageContaining("has 3 cells, the header 2");
    }

    @Test
    void idsComeFromTheColumnNamed() throws Exception {
        assertThat(read("c.csv", "customerID\nx-1\n").get(0).id()).isEqualTo("x-1");
        assertThat(read(shop, "c.csv", "plan\nmax\nbasic\n", new CustomerFile.Options("row", false)))
                .extracting(Subject::id)
                .containsExactly("row-1", "row-2");
        assertThatThrownBy(() -> read("c.csv", "plan\nmax\n")).hasMessageContaining("--id row");
        assertThatThrownBy(() -> read("c.csv", "id,plan\n ,max\n")).hasMessageContaining("the id is empty");
        assertThatThrownBy(() -> read("c.csv", "id,plan\na\u202eb,max\n")).hasMessageContaining("right-to-left");
    }

    @Test
    void consentsRefusedHaveAMinus() throws Exception {
        Subject subject = read(
                        "c.csv",
                        "id,consents,preferred channels,household,language\na,marketing|-telemarketing,phone|email,h,it\n")
                .get(0);

        assertThat(subject.consents().get("marketing").granted()).isTrue();
        assertThat(subject.consents().get("telemarketing").granted()).isFalse();
        assertThat(subject.preferredChannels()).containsExactly("phone", "email");
        assertThat(subject.household()).isEqualTo("h");
        assertThat(subject.language()).isEqualTo("it");
    }

    @Test
    void theServicesFormIsRead() throws Exception {
        Subject subject = read("c.ndjson", """
                        {"id": "a", "attributes": {"tenure months": {"value": 14, "asOf": "2026-01-01T00:00:00Z"}, "plan": "smart"}, \
                        "consents": {"marketing": true, "telemarketing": {"granted": false, "at": "2026-01-01T00:00:00Z", "until": null}}, \
                        "preferredChannels": ["email"], "household": "h-9"}
                        """.replace("\\\n", "")).get(0);

        assertThat(subject.attributes().get("tenure months"))
                .isEqualTo(new Subject.Dated(new BigDecimal("14"), Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(value(subject, "plan")).isEqualTo("smart");
        assertThat(subject.consents().get("marketing").granted()).isTrue();
        assertThat(subject.consents().get("telemarketing").granted()).isFalse();
        assertThat(subject.household()).isEqualTo("h-9");
    }

    @Test
    void jsonOfAnotherShapeIsRefused() {
        assertRefused("{\"id\": \"a\", \"attributes\": {\"tenure months\": \"14\"}}", "should be a number");
        assertRefused("{\"id\": \"a\", \"atributes\": {}}", "is no field of a customer");
        assertRefused("{\"id\": \"a\", \"attributes\": {\"plan\": \"a\", \"plan\": \"b\"}}", "Duplicate");
        assertRefused("{\"id\": \"a\", \"attributes\": {\"tenure months\": 1e999999999}}", "too large");
        assertRefused("{\"attributes\": {}}", "the id is missing");
        assertRefused("[1]", "is no JSON object");
        assertRefused("{\"id\": \"a\"} trailing", "is no valid JSON");
        assertRefused(
                "{\"id\": \"a\", \"attributes\": {\"contracts\": " + "[".repeat(64) + "]".repeat(64) + "}}",
                "is no valid JSON");
    }

    private void assertRefused(String line, String message) {
        assertThatThrownBy(() -> read("c.ndjson", line + "\n"))
                .isInstanceOf(FlawException.class)
                .hasMessageContaining("c.ndjson:1")
                .hasMessageContaining(message);
    }

    @Test
    void italianFilesAreReadInItalian() throws Exception {
        Path italian = Files.createDirectory(folder.resolve("it"));
        try (var files = Files.list(Path.of(Run.SHOP))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file).replace("locale: en", "locale: it");
                Files.writeString(italian.resolve(file.getFileName()), text);
            }
        }
        Playbook playbook = PlaybookReader.read(italian, TODAY).orThrow();

        Subject subject = read(
                        playbook,
                        "c.csv",
                        "id;MonthlyCharges;tenure;senior;born\na;1.234,50;0.5;VERO;31/12/1999\n",
                        CustomerFile.Options.DEFAULT)
                .get(0);

        assertThat(value(subject, "monthly spend")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(value(subject, "tenure months")).isEqualTo(new BigDecimal("0.5"));
        assertThat(value(subject, "senior")).isEqualTo(true);
        assertThat(value(subject, "born")).isEqualTo(LocalDate.of(1999, 12, 31));
        assertThatThrownBy(() -> read(playbook, "c.csv", "id;tenure\na;1.234\n", CustomerFile.Options.DEFAULT))
                .hasMessageContaining("can be read as two numbers")
                .hasMessageContaining("1234 or 1,234");
    }

    @Test
    void parquetIsRefusedHonestly() throws IOException {
        assertThatThrownBy(() -> read("c.parquet", "PAR1")).hasMessageContaining("Parquet is not read by this build");
        assertThatThrownBy(() -> read("c.xls", "")).hasMessageContaining("is in no format that can be read");
    }

    @Test
    void aQuoteThatNeverEndsIsTold() {
        assertThatThrownBy(() -> read("c.csv", "")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> read("c.csv", "id,first name\nb,Bob\na,\"Ann\nc,Cleo\n"))
                .hasMessageContaining("c.csv:3: a quoted cell of this row is never closed");
    }
}
