package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.filorosso.simulator.cli.HostileTable.Spot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hazard: a file runs, hangs or fells the command that was to check it. Each is given to the packaged jar in 256 MB: it
 * is refused with its place, or a text stays the text it is, and nothing ran. What each took stands in
 * {@code target/hostile-files.txt}.
 */
class HostileFilesIT {
    private static final List<String> TIMES = Collections.synchronizedList(new ArrayList<>());
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ASKED =
            List.of("--channel", "app", "--direction", "inbound", "--at", "2026-03-02T10:00");

    @TempDir
    private Path temp;

    /** A problem as the command tells it. */
    record Told(String file, int line, String column) {}

    @Test
    void acceptsTheStarterWithOneHonestRowInEveryTable() throws Exception {
        Path folder = HostileFolders.starter(temp.resolve("honest"));
        for (HostileTable table : HostileTable.all()) {
            table.writeHonest(folder);
        }
        Launched run = run("honest", "validate", folder.toString());

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("0 errors");
    }

    /** A few of all texts, others in each table: {@link HostileCellsTest} tries every text in every column. */
    @TestFactory
    Stream<DynamicTest> refusesCodeInEveryColumn() throws IOException {
        List<HostileTable> tables = HostileTable.all();
        return tables.stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.file(), () -> refuse(table, table.refused(some(tables.indexOf(table))))));
    }

    private static List<HostileText> some(int table) {
        List<HostileText> all = HostileText.all();
        int step = 10;
        return IntStream.range(0, all.size())
                .filter(i -> i % step == table % step)
                .mapToObj(all::get)
                .toList();
    }

    private void refuse(HostileTable table, List<Spot> spots) throws Exception {
        Path folder = HostileFolders.starter(temp.resolve(table.name()));
        table.write(folder, spots);
        List<Told> errors = refused(table.file() + " (" + spots.size() + " cells)", folder);

        assertThat(errors)
                .containsAll(spots.stream()
                        .map(spot -> new Told(table.file(), spot.line(), spot.column()))
                        .toList());
    }

    @Test
    void refusesCodeInHeaders() throws Exception {
        Path folder = HostileFolders.starter(temp.resolve("headers"));
        List<Told> expected = HostileFolders.headers(folder, HostileText.all());

        assertThat(refused("headers (" + expected.size() + ")", folder)).containsAll(expected);
    }

    @Test
    void keepsCodeInTextsAsTheTextItIs() throws Exception {
        Path folder = HostileFolders.starter(temp.resolve("texts"));
        for (HostileTable table : HostileTable.all()) {
            table.write(folder, table.kept(HostileText.all()));
        }
        Path customers = Files.writeString(temp.resolve("c.csv"), "id,tenure months,plan\nc-1,2,smart\nc-2,30,\n");
        Launched validated = run("texts, validate", "validate", folder.toString());
        Launched decided = decide("texts, decide", folder, "--customers", customers.toString(), "--explain", "full");

        assertThat(validated.exit()).as(validated.out()).isZero();
        assertThat(decided.exit()).as(decided.err()).isZero();
        assertThat(decided.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
    }

    @Test
    void refusesFilesThatAreNoTables() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.csv"), "kpi,title\nsecret,secret\n");
        Path folder = HostileFolders.starter(temp.resolve("files"));
        List<String> files = HostileFolders.files(folder, secret);
        Launched run = run("files", "validate", "--format", "json", folder.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(told(run)).extracting(Told::file).containsAll(files);
        assertThat(run.out()).doesNotContain("secret,secret", "root:");
    }

    @Test
    void refusesMoreThanAPlaybookMayMeasure() throws Exception {
        Path folder = HostileFolders.starter(temp.resolve("large"));
        Files.writeString(
                folder.resolve("engagement.csv"), "id,policy,target,effect,reason\n" + ",,,,\n".repeat(5_000_000));

        assertThat(refused("25 MB of rows", folder)).extracting(Told::file).contains("engagement.csv");
    }

    @TestFactory
    Stream<DynamicTest> refusesSettings() throws IOException {
        return HostileFolders.settings().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Path folder = HostileFolders.starter(temp.resolve(name));
                    Files.writeString(folder.resolve("playbook.yaml"), HostileText.file("yaml/" + name));
                    assertThat(refused("playbook.yaml: " + name, folder)).anySatisfy(error -> {
                        assertThat(error.file()).isEqualTo("playbook.yaml");
                        assertThat(error.line()).isPositive();
                    });
                }));
    }

    @Test
    void refusesStories() throws Exception {
        Path folder = HostileFolders.starter(temp.resolve("stories"));
        // what is too long is said before anything is read
        List<String> names = HostileFolders.settings().stream()
                .filter(name -> !name.startsWith("deep-"))
                .toList();
        for (String name : names) {
            Files.writeString(folder.resolve("tests").resolve(name), HostileText.file("yaml/" + name));
        }
        Launched run = run("tests/*.yaml", "test", folder.toString());

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out() + run.err())
                .contains(names.stream().map(name -> "tests/" + name + ":").toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesWorkbooks() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("books"));
        return HostileWorkbooks.write(folder).entrySet().stream()
                .map(book -> DynamicTest.dynamicTest(book.getKey(), () -> {
                    Path file = folder.resolve(book.getKey());
                    Launched run = run(book.getKey(), "validate", file.toString());
                    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.out())
                            .contains("error PB-" + book.getValue())
                            .contains(book.getKey());
                    assertThat(temp.resolve("written-outside")).doesNotExist();
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesRowsOfDataFiles() throws IOException {
        Path starter = HostileFolders.starter(temp.resolve("data"));
        Path one = Files.writeString(temp.resolve("one.csv"), "id\nc-1\n");
        return Stream.of(
                        List.of("customers.csv", "--customers"),
                        List.of("customers.ndjson", "--customers"),
                        List.of("history.csv", "--customers", one.toString(), "--history"),
                        List.of("history.ndjson", "--customers", one.toString(), "--history"),
                        List.of("events.csv", "--customers", one.toString(), "--events"))
                .map(words -> DynamicTest.dynamicTest(words.get(0), () -> {
                    HostileData data = HostileData.of(words.get(0));
                    List<String> options = new ArrayList<>(words.subList(1, words.size()));
                    options.add(data.write(temp).toString());
                    Launched run = decide(words.get(0), starter, options.toArray(String[]::new));
                    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(run.err()).contains(data.blamed());
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesDataFilesWithoutAnEnd() throws IOException {
        Path starter = HostileFolders.starter(temp.resolve("endless"));
        return HostileData.endless(temp).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Launched run = decide("700 MB " + file.getFileName(), starter, "--customers", file.toString());
                    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(run.err()).containsPattern(file.getFileName() + ":[12]: ");
                }));
    }

    private List<Told> refused(String what, Path folder) throws Exception {
        Launched run = run(what, "validate", "--format", "json", folder.toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.REFUSED);
        return told(run);
    }

    private static List<Told> told(Launched run) {
        JsonNode problems = JSON.readTree(run.out()).get("problems");
        return StreamSupport.stream(problems.spliterator(), false)
                .filter(problem -> problem.get("severity").stringValue().equals("error"))
                .map(problem -> new Told(
                        problem.get("file").stringValue(),
                        problem.get("line").intValue(),
                        problem.path("column").stringValue("")))
                .toList();
    }

    private Launched decide(String what, Path playbook, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("decide", playbook.toString()));
        arguments.addAll(ASKED);
        arguments.addAll(List.of(options));
        return run(what, arguments.toArray(String[]::new));
    }

    /** Runs in a folder of its own, in which nothing may be left. */
    private Launched run(String what, String... arguments) throws Exception {
        Path work = Files.createTempDirectory(temp, "work");
        Launched run = Launched.in(work, List.of(arguments));
        TIMES.add(String.format(Locale.ROOT, "%-44s exit %d %7d ms", what, run.exit(), run.millis()));
        assertThat(work).as("what ran left something behind").isEmptyDirectory();
        return run;
    }

    @AfterAll
    static void tell() throws IOException {
        Files.write(Path.of("target", "hostile-files.txt"), TIMES, UTF_8);
    }
}
