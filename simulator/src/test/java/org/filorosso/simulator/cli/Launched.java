package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the packaged jar in a process of its own, with as much heap as the smallest machine gives. */
record Launched(int exit, String out, String err, long millis) {
    private static final Path JAR = Path.of(System.getProperty("filorosso.jar", "target/filorosso.jar"));
    private static final int MOST_MINUTES = 2;

    /** Runs with the arguments in the working directory; a process that does not end fails the test. */
    static Launched in(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("filorosso", ".out");
        Path err = Files.createTempFile("filorosso", ".err");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(arguments + " did not end in " + MOST_MINUTES + " minutes");
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return new Launched(
                    process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8), millis);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts it and leaves it to the caller to end it. */
    static Process start(Path directory, List<String> arguments, Path log) throws IOException {
        return new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-jar", JAR.toAbsolutePath().toString()));
        command.addAll(arguments);
        return command;
    }
}
