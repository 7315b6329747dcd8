package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a run whose process is killed cannot go on, or says something else than one that was left alone. */
class RunKilledIT {
    private static final int CUSTOMERS = 20_000;
    private static final long MINUTES = 2;

    @TempDir
    Path folder;

    @Test
    void aKilledProcessGoesOnAndGivesTheSameBytes() throws IOException, InterruptedException {
        Path customers = customers();
        List<String> command = List.of(
                "run",
                Run.resource("/run/campaign").toString(),
                "--customers",
                customers.toString(),
                "--at",
                "2026-03-03T10:00",
                "--out",
                "out");
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        assertThat(Launched.in(alone, command).exit()).isZero();

        kill(killed, command);
        assertThat(killed.resolve("out/contacts.csv")).doesNotExist();
        Launched again = Launched.in(killed, command);

        assertThat(again.exit()).as(again.err()).isZero();
        for (String file : List.of("contacts.csv", "manifest.json")) {
            assertThat(killed.resolve("out").resolve(file))
                    .hasSameBinaryContentAs(alone.resolve("out").resolve(file));
        }
        assertThat(killed.resolve("out/unfinished")).doesNotExist();
    }

    /** Starts the command and kills it once it has written its first piece. */
    private static void kill(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Process process = Launched.start(directory, arguments, directory.resolve("log"));
        Path piece = directory.resolve("out/unfinished/plan-0.bin");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        try {
            while (!Files.exists(piece) && System.nanoTime() < end) {
                assertThat(process.waitFor(2, TimeUnit.MILLISECONDS))
                        .as("ended before it could be killed")
                        .isFalse();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(piece).exists();
    }

    private Path customers() throws IOException {
        StringBuilder rows = new StringBuilder("id,worth,household,consents\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            rows.append("c-")
                    .append(i)
                    .append(',')
                    .append(i * 37 % 91)
                    .append(",h-")
                    .append(i / 3);
            rows.append(i % 2 == 0 ? ",marketing\n" : ",marketing|telemarketing\n");
        }
        return Files.writeString(folder.resolve("customers.csv"), rows);
    }
}
