package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.simulator.review.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: a command tells something else than it found, or ends with success when it found nothing out. */
class ReviewCommandsTest {
    private static final String SHOP = Shop.FOLDER.toString();

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, UTF_8), new PrintStream(err, true, UTF_8), Map.of(), false, false);
        int code = Filorosso.run(terminal, arguments);
        terminal.flush();
        return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The command over the customers of the shop and their past, on a Monday morning. */
    private static Ran asked(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--customers", Shop.resource("customers.csv").toString()));
        all.addAll(List.of("--history", Shop.resource("history.csv").toString()));
        all.addAll(List.of("--events", Shop.resource("events.csv").toString()));
        all.addAll(List.of("--at", "2026-03-02T10:15"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Path other() {
        return Shop.with(
                folder.resolve("other"),
                "engagement.csv",
                text -> text.replace("E-2,eligibility,Grow/Plans,never,match", "E-2,eligibility,Nurture,never,match")
                        .replace(",>= 2,", ",>= 3,"));
    }

    private static void golden(String name, Ran ran) throws IOException {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()
                        .replaceAll("corner-shop [0-9a-f]{12}", "corner-shop REVISION")
                        .replaceAll("\"revision\" : \"[0-9a-f]{12}\"", "\"revision\" : \"REVISION\""))
                .isEqualTo(Shop.golden(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv"})
    void reach(String format) throws IOException {
        golden(
                "reach." + format,
                asked(
                        List.of("reach", SHOP),
                        "--target",
                        "Nurture",
                        "--channel",
                        "email",
                        "--days",
                        "9",
                        "--format",
                        format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv"})
    void priceTag(String format) throws IOException {
        golden("price-tag." + format, asked(List.of("price-tag", SHOP), "--channel", "desk", "--format", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv"})
    void diffWithCustomers(String format) throws IOException {
        golden(
                "diff." + format,
                asked(List.of("diff", SHOP, other().toString()), "--channel", "desk", "--format", format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "csv"})
    void diffOfRows(String format) throws IOException {
        golden("rows." + format, run("diff", SHOP, other().toString(), "--format", format));
    }

    @Test
    void aFileHoldsWhatTheTerminalWouldShow() throws IOException {
        Path out = folder.resolve("reach.csv");
        Ran ran = asked(
                List.of("reach", SHOP),
                "--target",
                "Nurture",
                "--channel",
                "email",
                "--days",
                "9",
                "--out",
                out.toString());

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(out)).isEqualTo(Shop.golden("reach.csv"));
    }

    @Test
    void thePageOfADiffIsWrittenBesideItsText() throws IOException {
        Path page = folder.resolve("diff.html");
        Ran ran = asked(List.of("diff", SHOP, other().toString()), "--channel", "desk", "--html", page.toString());

        assertThat(ran.code()).isZero();
        assertThat(Files.readString(page))
                .contains("<svg", "From what to what", "E-2")
                .doesNotContain("<script");
    }

    @Test
    void printSpeaksItalian() {
        Ran ran = run("print", SHOP, "--language", "it", "--date", "2026-03-02");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("<!DOCTYPE html>\n<html lang=\"it\">").contains("2 marzo 2026", "Firme");
    }

    @Test
    void wrongUsageIsTwo() {
        assertUsage(run("print", SHOP, "--language", "de"), "\"de\" has no sentences");
        assertUsage(asked(List.of("reach", SHOP), "--target", "Grwo"), "\"Grwo\" names nothing in corner-shop. Maybe");
        assertUsage(asked(List.of("reach", SHOP), "--target", "Grow", "--days", "-1"), "--days");
        assertUsage(asked(List.of("price-tag", SHOP), "--rule", "E-99"), "\"E-99\" is no row of");
        assertUsage(run("price-tag", SHOP), "--customers");
        assertUsage(run("reach", SHOP, "--customers", "x.csv"), "--target");
    }

    private static void assertUsage(Ran ran, String message) {
        assertThat(ran.err()).contains(message);
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aPlaybookWithErrorsIsThreeAndAMissingOneFour() {
        Path broken = Shop.with(folder.resolve("broken"), "arbitration.csv", text -> text.replace("30%", "lots"));

        assertThat(run("diff", SHOP, broken.toString()).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("print", broken.toString()).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("print", SHOP, "--against", folder.resolve("none").toString())
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aBadCustomerIsSkippedNamedAndFour() throws IOException {
        Path customers = folder.resolve("customers.csv");
        Files.writeString(customers, "id,Plan\na,smart\nb,huge\n");
        String file = customers.toString();

        for (List<String> command : List.of(
                List.of("reach", SHOP, "--target", "Grow"), List.of("price-tag", SHOP), List.of("diff", SHOP, SHOP))) {
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of("--customers", file));
            Ran ran = run(all.toArray(String[]::new));

            assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ran.err()).contains("customers.csv:3", "huge", "1 bad row skipped");
        }
    }
}
