package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder must be read whole, and nothing in it may be ignored in silence. */
class FolderReaderTest {
    @TempDir
    private Path temp;

    @Test
    void leavesReadMesLicencesDotFilesAndLocksAlone() {
        assertThat(problems(Map.of(
                        "README.md", "x", "LICENSE", "x", ".git/x", "x", "~$actions.csv", "x", "tests/README", "x")))
                .isEmpty();
    }

    @Test
    void reportsUnknownFilesWithNearNames() {
        List<Problem> found =
                problems(Map.of("engagment.csv", "x", "tests/a.yml", "x", "extra/x.csv", "x", "customers.csv", "x"));

        assertThat(found).extracting(Problem::code).containsOnly(Code.UNKNOWN_FILE);
        assertThat(found)
                .extracting(Problem::file)
                .containsExactly("customers.csv", "engagment.csv", "extra", "tests/a.yml");
        assertThat(found)
                .extracting(Problem::hint)
                .contains("Maybe \"engagement.csv\"?", "Maybe rename it to end in .yaml.");
    }

    @Test
    void namesTheFilesThatEveryPlaybookNeeds() {
        Problems problems = new Problems();
        Sheets.read(temp, problems);

        assertThat(problems.errors())
                .extracting(Problem::file)
                .containsExactly("playbook.yaml", "channels.csv", "actions.csv", "treatments.csv");
    }

    @Test
    void reportsAFolderThatIsNotThere() {
        Problems problems = new Problems();
        Sheets.read(temp.resolve("nowhere"), problems);

        assertThat(problems.errors()).extracting(Problem::code).contains(Code.UNREADABLE_FILE);
    }

    @Test
    void refusesLinksOutOfTheFolderAndFollowsThoseInside() throws IOException {
        Path outside =
                Folders.write(temp.resolve("outside.csv"), "kpi\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path folder = Folders.write(temp.resolve("playbook"), new HashMap<>(Folders.LEAST));
        Files.createSymbolicLink(folder.resolve("kpis.csv"), outside);
        Files.createSymbolicLink(folder.resolve("tests"), temp);
        Files.createSymbolicLink(folder.resolve("lists.csv"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("segments.csv"), folder.resolve("channels.csv"));
        Problems problems = new Problems();
        Sheets sheets = Sheets.read(folder, problems);

        assertThat(problems.errors()).extracting(Problem::code).containsOnly(Code.LINK_OUT_OF_FOLDER);
        assertThat(problems.errors()).extracting(Problem::file).containsExactly("lists.csv", "kpis.csv", "tests");
        assertThat(sheets.table(Table.SEGMENTS)).isPresent();
    }

    @Test
    void refusesMoreThanTwentyMegabytesInAll() {
        String text = ("# " + "x".repeat(998) + "\n").repeat(11_000);

        assertThat(problems(Map.of("tests/a.yaml", text, "tests/b.yaml", text)))
                .extracting(Problem::code)
                .containsExactly(Code.TOO_LARGE);
    }

    @Test
    void sortsProblemsByTableAndLine() {
        assertThat(problems(Map.of(
                        "world.csv", "",
                        "engagement.csv", "id\n\"",
                        "tests/z.yaml", "a: [",
                        "attributes.csv", "name\n\n\"")))
                .extracting(problem -> problem.file() + ":" + problem.line())
                .containsExactly("attributes.csv:3", "engagement.csv:2", "world.csv:0");
    }

    @Test
    void refusesToWriteIntoTheFolderOfALargerPlaybook() throws IOException {
        Sheets least = Sheets.read(Folders.write(temp.resolve("least"), Folders.LEAST), new Problems());
        Path there = Folders.write(
                temp.resolve("there"), Map.of("prices.csv", "id\n", "README.md", "x", "tests/a.yaml", ""));

        assertThatThrownBy(() -> least.write(there))
                .isInstanceOfSatisfying(
                        PlaybookException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::file)
                                .containsExactly("prices.csv", "tests/a.yaml"));
        assertThat(there.resolve("actions.csv")).doesNotExist();
    }

    private List<Problem> problems(Map<String, String> files) {
        Map<String, String> all = new HashMap<>(Folders.LEAST);
        all.putAll(files);
        Problems problems = new Problems();
        Sheets.read(Folders.write(temp.resolve("playbook"), all), problems);
        return problems.all();
    }
}
