package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hazard: the page that teaches how to come from a question to a verdict shows commands that no longer run, or results that nobody
 * gets. Its change is made, its commands are run in their order, and the lines under them stand in what they print.
 */
class AnalystPageTest {
    private static final Path PAGE = Path.of("..", "docs", "analyst.md");
    private static final Path TELCO = Path.of("..", "rules", "telco");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(diff|sh|text)\\n(.*?)```");

    @TempDir
    private Path folder;

    private String section() throws IOException {
        String page = Files.readString(PAGE).replace("\r", "");
        int from = page.indexOf("## From question to verdict");
        return page.substring(from, page.indexOf("\n## ", from));
    }

    @Test
    void leadsFromTheQuestionToTheVerdict() throws IOException {
        String section = section();
        StringBuilder printed = new StringBuilder();
        int checked = 0;
        Matcher blocks = BLOCK.matcher(section);
        while (blocks.find()) {
            String block = blocks.group(2);
            switch (blocks.group(1)) {
                case "diff" -> change(block);
                case "sh" -> {
                    printed.setLength(0);
                    block.lines().forEach(line -> printed.append(run(line)));
                }
                default -> {
                    assertThat(printed).contains(block.lines().toArray(String[]::new));
                    checked += (int) block.lines().count();
                }
            }
        }
        assertThat(checked).isGreaterThan(8);
        headline(section);
        shares(section);
    }

    /** The verdict that the text quotes. */
    private void headline(String section) throws IOException {
        String quoted = quoted(section, "\\*(Keep telco: [^*]*)\\*").get(0).replace('\n', ' ');
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("class=\"verdict\">" + quoted);
    }

    /** The table of owners. */
    private void shares(String section) throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("out/claimed.csv"));
        for (String owner : List.of("customer care", "customer start", "loyalty", "products")) {
            double[] cells = Arrays.stream(rows.stream()
                            .filter(row -> row.startsWith("gentle,owner," + owner + ","))
                            .findFirst()
                            .orElseThrow()
                            .split(","))
                    .skip(5)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(section)
                    .contains("| %s | %,d | %,d | %,d to %,d |"
                            .formatted(
                                    owner,
                                    Math.round(cells[0]),
                                    Math.round(cells[3]),
                                    Math.round(cells[4]),
                                    Math.round(cells[5])));
        }
    }

    private static List<String> quoted(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** A copy of the playbook with the change of the page. */
    private void change(String diff) throws IOException {
        Path gentle = Files.createDirectories(folder.resolve("gentle"));
        try (Stream<Path> files = Files.list(TELCO)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, gentle.resolve(file.getFileName()));
            }
        }
        List<String> lines = diff.lines().toList();
        Path table = gentle.resolve(lines.get(0));
        String text = Files.readString(table);
        String old = lines.get(1).substring(1);
        assertThat(text).contains("\n" + old);
        Files.writeString(table, text.replace("\n" + old, "\n" + lines.get(2).substring(1)));
    }

    private String run(String line) {
        Object[] words = Arrays.stream(line.replace("filorosso ", "").split(" "))
                .map(this::placed)
                .toArray();
        Run run = Run.of("-q", words);
        assertThat(run.code()).as(line + "\n" + run.err()).isZero();
        return run.out();
    }

    /** Where the page's files are here. */
    private String placed(String word) {
        return switch (word) {
            case "rules/telco" -> TELCO.toString();
            case "gentle", "out", "out/customers.csv" -> folder.resolve(word).toString();
            default -> word;
        };
    }
}
