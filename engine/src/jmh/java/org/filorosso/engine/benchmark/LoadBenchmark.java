package org.filorosso.engine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Loading, checking and building a playbook. The first shot of a fork is a cold start. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {

    @Param({"1000", "10000"})
    public int actions;

    private Path folder;
    private Playbook loaded;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("generated");
        new GeneratedPlaybook(actions).write(folder);
        loaded = GeneratedPlaybook.read(folder);
    }

    @Benchmark
    public DroolsMatcher readAndBuild() {
        return DroolsMatcher.of(GeneratedPlaybook.read(folder));
    }

    @Benchmark
    public DroolsMatcher buildAlone() {
        return DroolsMatcher.of(loaded);
    }
}
