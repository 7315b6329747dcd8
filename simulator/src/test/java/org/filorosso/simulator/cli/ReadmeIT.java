package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the first thing that people try does not work. Every command line of the README is run, in its order. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND =
            Pattern.compile("(?:.*java -jar simulator/target/filorosso\\.jar|filorosso) (.+)");

    private static final Pattern OUT = Pattern.compile("--out (\\S+)");

    @TempDir
    private Path work;

    @Test
    void everyCommandLineRuns() throws Exception {
        copy("rules");
        copy("rules/telco", "my-telco");
        List<String> commands = commands(Files.readString(ROOT.resolve("README.md")));

        assertThat(commands).hasSizeGreaterThan(5).first().asString().startsWith("decide rules/telco");
        for (String command : commands) {
            Launched run = Launched.in(work, List.of(command.split(" ")));
            assertThat(run.exit()).as(command + "\n" + run.out() + run.err()).isZero();
            assertThat(result(command, run)).as(command).isNotBlank();
        }
    }

    private static List<String> commands(String readme) {
        String[] blocks = readme.split("```", -1);
        return IntStream.range(0, blocks.length)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> blocks[i])
                .flatMap(String::lines)
                .map(COMMAND::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1).strip())
                .toList();
    }

    /** What a command says, or the file that it was told to write. */
    private String result(String command, Launched run) throws IOException {
        Matcher file = OUT.matcher(command);
        if (file.find() && Files.isRegularFile(work.resolve(file.group(1)))) {
            return Files.readString(work.resolve(file.group(1)));
        }
        return run.out() + run.err();
    }

    private void copy(String folder) throws IOException {
        copy(folder, folder);
    }

    private void copy(String folder, String to) throws IOException {
        Path from = ROOT.resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.startsWith(from.resolve("target")))
                    .toList()) {
                Path copy = work.resolve(to).resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
