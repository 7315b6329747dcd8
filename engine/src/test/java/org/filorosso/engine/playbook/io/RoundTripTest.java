package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A playbook must come back from the other form with the same bytes, whoever typed it. */
class RoundTripTest {
    private static final String BY_HAND = """
            # a playbook typed by hand
            format:   filorosso/v1
            name: telco                      # [a-z0-9-]{1,40}
            languages: [en, it]

              # indented comment
            arms:
              - {name: champion, share: 90%}
              - name: "random"
                share: 10%
                ranking: random
            holidays: []
            """;

    @TempDir
    private Path temp;

    @Test
    void keepsWhateverPeopleTypedIntoCells() throws IOException {
        there(Map.of(
                "engagement.csv",
                "id,policy,#mine,monthly spend,reason,reason:it\n"
                        + "# first block, with a comma\n"
                        + "\"E,1\",eligibility,x,> 30,\"say \"\"hi\"\",\nthen go\",\"perché, sì\"\n"
                        + "\n"
                        + "007,suitability,,1-3,=1+1,\"=HYPERLINK(\"\"http://example.org\"\")\"\n"
                        + "E3,suitability,,not(1.50), spaces kept ,\t+tab\n"
                        + "E4,eligibility,,0012,+39 06,@x\n"
                        + "E5,eligibility,,,_x000D_ is text,\u0001 and \uFFFE\n"));
    }

    @Test
    void keepsSemicolonsMarksAndWindowsLineEnds() throws IOException {
        there(Map.of(
                "arbitration.csv",
                "\uFEFFid;target;factor;weight;reason\r\nA1;*;lever;0,5;\"uno;\r\ndue\"\r\nA2;*;lever;20%;x\r\n"));
        there(Map.of("arbitration.csv", "id;target\r\nA1;\"one\ntwo\"\r\n"));
    }

    @Test
    void keepsHabitsOfQuotingAndPadding() throws IOException {
        there(Map.of(
                "segments.csv", "\"id\",\"segment\",\"reason\"\n\"S1\",\"vip\",\"\"\n",
                "lifecycle.csv", "\"id\",\"stage\",\"reason\"\n\"S1\",\"new\",\n",
                "lists.csv", "list,level,reason\nvip\n# note,,\n,,\n\"do not call\",subject,5\" screen\nvip,,\n",
                "prices.csv", "id,action,,\nP1,more-giga,,\n\n\n\n"));
    }

    @Test
    void keepsTheLayoutOfYaml() throws IOException {
        there(Map.of(
                "playbook.yaml", BY_HAND,
                "population.yaml", "customers: 10 # few",
                "tests/a.yaml", "- name: A\n  # a comment\n\n  at: 2026-03-02T10:15\n",
                "tests/b.yaml", "",
                "tests/windows.yaml", "- name: W\r\n  text: |\r\n     two\r\n"));
    }

    @Test
    void changesOneLineOfTheSettingsWhenOneCellOfTheWorkbookChanges() {
        Text text = TextReader.read(
                "playbook.yaml", BY_HAND.getBytes(java.nio.charset.StandardCharsets.UTF_8), new Problems());
        List<Line> rows = new ArrayList<>();
        SettingsSheet.rows(text).forEach(cells -> rows.add(new Line(rows.size() + 2, cells)));
        rows.replaceAll(
                row -> row.cell(0).equals("arms.2.share") ? new Line(row.line(), List.of("arms.2.share", "25%")) : row);
        Yaml tree = Dotted.tree("x!playbook", SettingsSheet.values("x!playbook", rows), new Problems());

        assertThat(SettingsSheet.text(rows, tree, text, TextForm.OURS).text())
                .isEqualTo(BY_HAND.replace("share: 10%", "share: 25%"));
    }

    @Test
    void writesSettingsThatWereMadeInTheWorkbook() {
        List<Line> rows = new ArrayList<>();
        for (String row :
                "name=telco|# the arms|arms.1.name=champion|arms.1.share=95%|arms.2.name=\"x\": y|languages.1=en|languages.2=it|value.horizon=P12M|holidays=[]"
                        .split("\\|")) {
            rows.add(new Line(rows.size() + 2, List.of(row.split("=", 2))));
        }
        Yaml tree = Dotted.tree("x!playbook", SettingsSheet.values("x!playbook", rows), new Problems());

        assertThat(SettingsSheet.text(rows, tree, null, TextForm.OURS).text()).isEqualTo("""
                        name: telco
                        # the arms
                        arms:
                          - {name: champion, share: 95%}
                          - {name: "\\"x\\": y"}
                        languages: [en, it]
                        value:
                          horizon: P12M
                        holidays: []
                        """);
    }

    /** Random tables of random cells, typed in random ways. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsRandomTables(long seed) throws IOException {
        Random random = new Random(seed);
        String table = random.nextBoolean() ? "engagement.csv" : "coherence.csv";
        there(Map.of(table, randomTable(random)));
    }

    private static String randomTable(Random random) {
        String separator = random.nextBoolean() ? "," : ";";
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(String.join(separator, "id", "target", "reason", "if unknown"));
        for (int row = random.nextInt(40); row > 0; row--) {
            text.append(end);
            List<String> cells = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                cells.add(randomCell(random, separator));
            }
            text.append(String.join(separator, cells));
        }
        return random.nextInt(4) == 0 && !text.toString().endsWith(end)
                ? text.toString()
                : text.append(end).toString();
    }

    private static String randomCell(Random random, String separator) {
        String[] pieces = {"a", "0", " ", "=", "\"", ",", ";", "\n", "è", "#", "\t", "_x0041_", "😀", "<&>", "'"};
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            cell.append(pieces[random.nextInt(pieces.length)]);
        }
        String text = cell.toString();
        boolean must = text.contains(separator) || text.startsWith("\"") || text.contains("\n");
        return must || random.nextInt(3) == 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private void there(Map<String, String> files) throws IOException {
        Path at = Files.createTempDirectory(temp, "trip");
        Map<String, String> all = new TreeMap<>(Folders.LEAST);
        all.putAll(files);
        Sheets typed = read(Folders.write(at.resolve("typed"), all));
        typed.write(at.resolve("first.xlsx"));
        Sheets book = read(at.resolve("first.xlsx"));
        book.write(at.resolve("back"));
        read(at.resolve("back")).write(at.resolve("second.xlsx"));

        assertThat(Folders.read(at.resolve("back"))).containsExactlyEntriesOf(all);
        assertThat(at.resolve("second.xlsx")).hasSameBinaryContentAs(at.resolve("first.xlsx"));
        assertThat(Revision.of(book)).isEqualTo(Revision.of(typed));
    }

    private static Sheets read(Path path) {
        Problems problems = new Problems();
        Sheets sheets = Sheets.read(path, problems);
        assertThat(problems.all()).isEmpty();
        return sheets;
    }
}
