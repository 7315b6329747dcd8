package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the answers that people and programs get are not those of the engine, or not in their form. */
class DecideCommandTest {
    private static final String AT = "decide --at 2026-03-02T10:15 --channel counter ";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> outputsStayAsTheyAre() {
        return Stream.of(
                        "decide.json", "decide.csv", "decide.txt", "explain.json", "grid.txt", "action.txt", "shop.drl")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(Run.masked(output(name))).isEqualTo(Run.golden(name))));
    }

    private String output(String name) throws IOException {
        String explain = "explain --at 2026-03-02T10:15 --channel counter --customer zoe";
        return switch (name) {
            case "decide.json" -> run(AT + "--format json");
            case "decide.csv" -> run(AT + "--format csv");
            case "decide.txt" -> run(AT + "--format table --top 1");
            case "explain.json" -> run(AT + "--explain full");
            case "grid.txt" -> run(explain);
            case "action.txt" -> run(explain + " --action max-plan");
            default -> drl();
        };
    }

    private static String run(String words) {
        return Run.of(words + " --customers", Run.CUSTOMERS, Run.SHOP).out();
    }

    private String drl() throws IOException {
        Run.of("convert -q", Run.SHOP, "--to", folder.resolve("shop.drl"));
        return Files.readString(folder.resolve("shop.drl"));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws IOException {
        Path customers = folder.resolve("many.csv");
        Files.writeString(customers, many(2_000));

        String alone = Run.of(AT + "--threads 1 --explain summary --customers", customers, Run.SHOP)
                .out();
        String together = Run.of(AT + "--threads 7 --explain summary --customers", customers, Run.SHOP)
                .out();

        assertThat(alone.lines()).hasSize(2_000);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void explainingChangesNoResult() throws IOException {
        Path customers = folder.resolve("many.csv");
        Files.writeString(customers, many(500));

        String none =
                Run.of(AT + "-q --format csv --customers", customers, Run.SHOP).out();
        String full = Run.of(AT + "--explain full --format csv --customers", customers, Run.SHOP)
                .out();

        assertThat(full).isEqualTo(none);
    }

    private static String many(int customers) {
        Random random = new Random(42);
        StringBuilder rows = new StringBuilder("id;plan;tenure months;senior\r\n");
        List<String> plans = List.of("basic", "smart", "max", "");
        for (int i = 0; i < customers; i++) {
            rows.append("c-").append(i).append(';').append(plans.get(random.nextInt(4)));
            rows.append(';')
                    .append(random.nextInt(30))
                    .append(';')
                    .append(random.nextBoolean() ? "Yes" : "no")
                    .append("\r\n");
        }
        return rows.toString();
    }

    @Test
    void aCustomerWithNoActionIsOneRowWithRankAndActionEmpty() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("do-not-call.csv"), "id\nanna\n");

        Run run = Run.of(AT + "--format csv --lists", lists, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().filter(row -> row.startsWith("anna")))
                .containsExactly("anna,,,,,,,,,,,eligibility");
    }

    @Test
    void aHouseholdIsOnAListTogether() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("friends.csv"), "h-1\n");

        Run run = Run.of(AT + "--format csv --lists", lists, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.out()).contains("anna,,,").contains("bruno,,,").doesNotContain("zoe,,,");
    }

    @Test
    void whatTheFamilySaidCounts() throws IOException {
        Path history = folder.resolve("h.csv");
        Files.writeString(history, """
                at,id,action,outcome,channel
                2026-02-20T10:00,bruno,more-data,rejected,counter
                2026-02-21T10:00,bruno,more-data,rejected,counter
                2026-02-22,bruno,gone-action,rejected,counter
                """);

        Run run = Run.of(AT + "--format csv --history", history, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.out()).contains("zoe,next-best,1,more-data").doesNotContain("anna,next-best,1,max-plan");
        assertThat(run.err()).contains("gone-action");
    }

    @Test
    void aQuotedPriceIsKept() throws IOException {
        Path history = folder.resolve("h.ndjson");
        Files.writeString(
                history,
                "{\"id\": \"zoe\", \"at\": \"2026-03-01T10:00:00+01:00\", \"action\": \"more-data\", "
                        + "\"outcome\": \"presented\", \"channel\": \"counter\", \"price\": 5}\n");

        Run run = Run.of(AT + "--format csv --history", history, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.out().lines().filter(row -> row.startsWith("zoe,next-best,1")))
                .allMatch(row -> row.contains("more-data") && row.contains(",5,"))
                .hasSize(1);
    }

    @Test
    void anOpenComplaintSilencesSales() throws IOException {
        Path events = folder.resolve("e.csv");
        Files.writeString(events, "id,at,event,key,topic\nzoe,2026-03-01T10:00,complaint-opened,k-1,billing\n");

        Run run = Run.of(AT + "--format csv --events", events, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.out()).doesNotContain("zoe,next-best,1,more-data").contains("anna,next-best,1,max-plan");
    }

    @Test
    void aFailedRunLeavesTheOldFile() throws IOException {
        Path out = folder.resolve("out.csv");
        Files.writeString(out, "old");
        Path customers = folder.resolve("c.csv");
        Files.write(
                customers,
                "id,first name\na,Ann\nb,No\u00ebl\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        Run run = Run.of(AT + "--customers", customers, "--out", out, Run.SHOP);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("c.csv:3").contains("is not UTF-8").contains("CSV UTF-8");
        assertThat(out).hasContent("old");
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void theLogHoldsEveryResultAndReadsBack() throws IOException {
        Path log = folder.resolve("log");

        Run.of(AT + "-q --extract --log", log, "--customers", Run.CUSTOMERS, Run.SHOP);
        Run exported = Run.of("log", log, "--out", folder.resolve("again"));
        Run json = Run.of("log --format json", log, "--out", folder.resolve("json"));

        assertThat(exported.code()).isZero();
        assertThat(json.code()).isZero();
        assertThat(folder.resolve("again/decisions.csv")).hasSameTextualContentAs(log.resolve("decisions.csv"), UTF_8);
        assertThat(Run.masked(Files.readString(log.resolve("decisions.csv")))).isEqualTo(Run.golden("decisions.csv"));
        assertThat(Run.masked(Files.readString(log.resolve("extract.csv")))).isEqualTo(Run.golden("extract.csv"));
        assertThat(Files.readString(folder.resolve("json/decisions.ndjson")))
                .contains("\"rank\":1,")
                .contains("\"fallback\":false");
    }

    @Test
    void aForeignFolderIsNoLog() throws IOException {
        Files.writeString(folder.resolve("decisions.csv"), "a,b\n1,2\n");

        Run run = Run.of("log", folder, "--out", folder.resolve("again"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("is not a decisions.csv of a decision log");
    }

    @Test
    void personalValuesAreInNoExplanation() {
        Run run = Run.of(AT + "--explain full --customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.out()).contains("\"actual\":\"(personal)\"").doesNotContain("\"actual\":\"Zoe\"");
    }

    @Test
    void progressIsForPeopleOnly() throws IOException {
        assertThat(Run.of(AT + "--customers", Run.CUSTOMERS, Run.SHOP).err())
                .doesNotContain("\r")
                .contains("3 decisions in");
        assertThat(Run.of(AT + "-q --customers", Run.CUSTOMERS, Run.SHOP).err()).isEmpty();
    }
}
