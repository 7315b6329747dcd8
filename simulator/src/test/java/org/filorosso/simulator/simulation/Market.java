package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;

/** The small market of these tests: a playbook with a cap of every kind, its population and its world. */
public final class Market {
    public static final Path FOLDER = folder();

    private Market() {}

    private static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(Market.class.getResource("/market")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of the market, under a name, that may be changed. */
    public static Path copy(Path folder) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.writeString(folder.resolve(file.getFileName()), Files.readString(file));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a file of a copy. */
    public static void change(Path folder, String file, UnaryOperator<String> change) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, change.apply(Files.exists(path) ? Files.readString(path) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes of a copy a market with one place and no caps, whose offers are worth the same: who comes first is all that counts.
     *
     * @param world rows of world.csv, with their header
     */
    public static void onePlace(Path folder, String world) {
        change(folder, "world.csv", text -> world);
        change(folder, "playbook.yaml", text -> text.replace("adaptive", "prior"));
        change(
                folder,
                "channels.csv",
                text -> text.replace("screen:2", "screen:1").replace(",30,", ",,"));
        change(folder, "actions.csv", text -> """
            issue,group,action,title,value,again
            Offer,Plain,alpha,Alpha,10,yes
            Offer,Plain,beta,Beta,10,yes
            Offer,Rare,gamma,Gamma,1,yes
            Offer,Rare,delta,Delta,1,yes
            """);
        change(folder, "budgets.csv", text -> "id,target,amount,per\n");
    }

    /** A run of {@code simulate} that must not fail. */
    public static Run simulate(Path out, String options, Object... playbooks) {
        List<Object> more = new ArrayList<>(List.of(playbooks));
        more.addAll(List.of("--out", out));
        more.addAll(List.of((Object[]) options.split(" ")));
        Run run = Run.of("simulate", more.toArray());
        if (run.code() != 0) {
            throw new AssertionError(run.err());
        }
        return run;
    }

    /** Every file of a folder with its bytes as text. */
    public static Map<String, String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file, UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file by column. */
    public static List<Map<String, String>> rows(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvRows csv = CsvRows.open(DataFile.of(file))) {
            for (CsvRows.Row row = csv.next(); row != null; row = csv.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < csv.header().size(); i++) {
                    cells.put(csv.header().get(i), row.cell(i));
                }
                rows.add(cells);
            }
        } catch (FlawException e) {
            throw new AssertionError(e.getMessage());
        }
        return rows;
    }

    /** The rows of a simulation's customers of one arm, without the name of the arm. */
    public static List<Map<String, String>> customers(Path out, String arm) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : rows(out.resolve("customers.csv"))) {
            if (arm.equals(row.remove("arm"))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** A figure of an arm. */
    public static double figure(Path out, String arm, String metric) {
        return rows(out.resolve("arms.csv")).stream()
                .filter(row -> arm.equals(row.get("arm")))
                .mapToDouble(row -> Double.parseDouble(row.getOrDefault(metric, "")))
                .findFirst()
                .orElseThrow();
    }
}
