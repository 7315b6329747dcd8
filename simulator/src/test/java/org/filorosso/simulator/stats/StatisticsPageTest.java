package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hazard: the page on statistics shows commands that no longer run, or figures that nobody gets. Every command line of it is run on
 * the data beside the repository, and every figure of the tables under it stands in what they print.
 */
class StatisticsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "statistics.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?%?");
    private static final Set<String> OTHERS = Set.of("published", "last");

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandAndFigure() throws IOException {
        if (!Files.isDirectory(Vectors.data("data"))) {
            return Stream.empty();
        }
        String real = Files.readString(PAGE).split("\n## ")[1];
        return Stream.of(real.split("\n### "))
                .skip(1)
                .map(section ->
                        DynamicTest.dynamicTest(section.lines().findFirst().orElse(""), () -> holds(section)));
    }

    private static void holds(String section) throws IOException {
        Set<String> printed = new HashSet<>();
        for (String line : section.lines().toList()) {
            if (line.startsWith("filorosso ")) {
                Run run = Run.of("--quiet", words(line).toArray());
                assertThat(run.code()).as(line + "\n" + run.err()).isZero();
                printed.addAll(figures(run.out()));
            }
        }
        assertThat(printed).isNotEmpty();
        assertThat(printed).containsAll(tables(section));
    }

    private static List<String> words(String command) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("filorosso ".length()));
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(
                    text.startsWith("$DATA/")
                            ? data(text.substring("$DATA/".length())).toString()
                            : text);
        }
        return words;
    }

    private static Set<String> figures(String text) {
        Set<String> figures = new HashSet<>();
        FIGURE.matcher(text).results().forEach(found -> figures.add(found.group()));
        return figures;
    }

    /** The figures of a section's tables, without columns of what others say. */
    private static Set<String> tables(String section) {
        Set<String> figures = new HashSet<>();
        List<String> header = List.of();
        for (String line : section.lines().toList()) {
            List<String> cells = List.of(line.split("\\|"));
            if (!line.startsWith("|")) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells;
            } else if (!line.startsWith("|---")) {
                for (int i = 2; i < cells.size(); i++) {
                    if (!OTHERS.contains(header.get(i).strip())) {
                        figures.addAll(figures(cells.get(i)));
                    }
                }
            }
        }
        return figures;
    }

    private static Path data(String name) throws IOException {
        return switch (name) {
            case "cdnow.csv" -> purchases();
            case "random_men.csv" -> feedback();
            default -> {
                try (Stream<Path> files = Files.walk(Vectors.data("data"))) {
                    yield files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
                }
            }
        };
    }

    /** As CSV what is published in columns: customer, day, units, amount. */
    private static Path purchases() throws IOException {
        StringBuilder csv = new StringBuilder("id,date,amount\n");
        for (String line : Files.readAllLines(Vectors.data("data/cdnow/CDNOW_sample.txt"))) {
            String[] cells = line.strip().split("\\s+");
            csv.append("%s,%s,%s%n".formatted(cells[1], cells[2], cells[4]));
        }
        return Files.writeString(folder.resolve("cdnow.csv"), csv.toString().replace("\r", ""));
    }

    private static List<String[]> views(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Vectors.data("data/open-bandit/" + file))) {
            return lines.skip(1).map(line -> line.split(",")).toList();
        }
    }

    /** Rows: number, time, item, position, click, probability. What the page says of pi, q and qpi. */
    private static Path feedback() throws IOException {
        List<String[]> logged = views("random_men_men.csv");
        Map<String, double[]> items = new HashMap<>();
        double clicks = 0;
        for (String[] view : logged) {
            double[] item = items.computeIfAbsent(view[2], key -> new double[2]);
            item[0] += Double.parseDouble(view[4]);
            item[1]++;
            clicks += Double.parseDouble(view[4]);
        }
        double mean = clicks / logged.size();
        Map<String, Map<String, Double>> chosen = new HashMap<>();
        Map<String, Double> shown = new HashMap<>();
        for (String[] view : views("bts_men_men.csv")) {
            chosen.computeIfAbsent(view[3], key -> new HashMap<>()).merge(view[2], 1.0, Double::sum);
            shown.merge(view[3], 1.0, Double::sum);
        }
        StringBuilder csv = new StringBuilder("click,pscore,pi,q,qpi\n");
        for (String[] view : logged) {
            double all = shown.getOrDefault(view[3], 1.0);
            Map<String, Double> position = chosen.getOrDefault(view[3], Map.of());
            double policy = position.entrySet().stream()
                    .mapToDouble(item -> item.getValue() / all * model(items.get(item.getKey()), mean))
                    .sum();
            csv.append(view[4] + "," + view[5] + "," + position.getOrDefault(view[2], 0.0) / all + ","
                    + model(items.get(view[2]), mean) + "," + policy + "\n");
        }
        return Files.writeString(folder.resolve("random_men.csv"), csv);
    }

    private static double model(double[] item, double mean) {
        return (item[0] + 100 * mean) / (item[1] + 100);
    }
}
