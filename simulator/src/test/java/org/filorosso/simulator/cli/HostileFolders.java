package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Starter;

/** Starter playbooks in which whole files, headers or settings are hostile. */
final class HostileFolders {
    private static final List<String> CONDITIONAL = List.of(
            "lifecycle",
            "segments",
            "prices",
            "treatments",
            "engagement",
            "contact-policy",
            "arbitration",
            "propensity");

    private HostileFolders() {}

    static Path starter(Path folder) throws IOException {
        Starter.write(folder);
        return folder;
    }

    /** Each text as the header of a condition column, half of them in every other conditional table: 60 is the limit. */
    static List<HostileFilesIT.Told> headers(Path folder, List<HostileText> all) throws IOException {
        List<HostileFilesIT.Told> expected = new ArrayList<>();
        int half = all.size() / 2;
        for (String table : CONDITIONAL) {
            boolean even = CONDITIONAL.indexOf(table) % 2 == 0;
            List<HostileText> texts = even ? all.subList(0, half) : all.subList(half, all.size());
            Path file = folder.resolve(table + ".csv");
            List<List<String>> rows = Files.exists(file) ? Csv.rows(file) : List.of(List.of("id", "action"));
            List<List<String>> wider = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> cells = new ArrayList<>(row);
                cells.addAll(
                        wider.isEmpty()
                                ? texts.stream().map(HostileText::text).toList()
                                : Collections.nCopies(texts.size(), ""));
                wider.add(cells);
            }
            Files.writeString(file, Csv.text(wider));
            texts.stream()
                    .filter(text -> !text.text().startsWith("#"))
                    .forEach(text -> expected.add(new HostileFilesIT.Told(table + ".csv", 1, text.text())));
        }
        return expected;
    }

    /** Names of hostile files {@code playbook.yaml} in the corpus. */
    static List<String> settings() throws IOException {
        try (Stream<Path> files = Files.list(HostileText.CORPUS.resolve("yaml"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Files that are no tables: bytes of another encoding, links, pipes, folders, too much.
     *
     * @return the names of those that must be refused
     */
    static List<String> files(Path folder, Path outside) throws IOException, InterruptedException {
        Files.write(
                folder.resolve("segments.csv"),
                "id,segment,reason\nS,vip,perch\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("events.csv"), "event,case\nx,y\n".getBytes(StandardCharsets.UTF_16));
        Files.writeString(folder.resolve("journeys.csv"), "id,journey\n\"never closed");
        link(folder.resolve("kpis.csv"), outside);
        link(folder.resolve("lists.csv"), Path.of("/dev/zero"));
        link(folder.resolve("prices.csv"), folder.resolve("no-such-file"));
        link(folder.resolve("tests").resolve("out.yaml"), outside);
        Files.createDirectory(folder.resolve("budgets.csv"));
        Files.writeString(
                folder.resolve("rules.drl"), "rule x when then new java.io.File(\"canary\").createNewFile(); end");
        Files.writeString(
                folder.resolve("kmodule.xml"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
        Files.writeString(folder.resolve("propensity.csv"), "id,target\nP,*" + ",0".repeat(100) + "\n");
        Files.writeString(folder.resolve("arbitration.csv"), "id,target,reason\nA,*," + "x".repeat(10_001) + "\n");
        new ProcessBuilder("mkfifo", folder.resolve("experiments.csv").toString())
                .start()
                .waitFor();
        return List.of(
                "segments.csv",
                "events.csv",
                "journeys.csv",
                "kpis.csv",
                "lists.csv",
                "prices.csv",
                "tests/out.yaml",
                "budgets.csv",
                "rules.drl",
                "kmodule.xml",
                "propensity.csv",
                "arbitration.csv",
                "experiments.csv");
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
