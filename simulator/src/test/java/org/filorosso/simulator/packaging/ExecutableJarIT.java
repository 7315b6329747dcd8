package org.filorosso.simulator.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Hazard: all modules pass their tests, but the one jar that people get was put together wrongly. */
class ExecutableJarIT {

    private static final Path JAR = Path.of(System.getProperty("filorosso.jar"));

    @Test
    void namesItsVersion() throws Exception {
        Process process = start("--version");

        assertThat(output(process)).startsWith("filorosso " + System.getProperty("filorosso.version"));
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void refusesAnUnknownOptionAsWrongUsage() throws Exception {
        Process process = start("--no-such-option");

        assertThat(output(process)).contains("--no-such-option");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void carriesEveryServiceOfDroolsAndNoCompiler() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "META-INF/services/org.kie.api.KieServices",
                            "META-INF/services/org.drools.core.reteoo.RuntimeComponentFactory",
                            "META-INF/LICENSE")
                    .noneMatch(ExecutableJarIT::isOfACompiler);
        }
    }

    @Test
    void worksWithoutSparkAndCarriesNoneOfIt() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("org/filorosso/simulator/spark/Main.class")
                    .noneMatch(entry -> entry.startsWith("org/apache/spark/")
                            || entry.startsWith("org/apache/logging/")
                            || entry.startsWith("scala/")
                            || entry.startsWith("com/fasterxml/jackson/databind/"));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", JAR.toString(), "org.filorosso.simulator.spark.Main", "--version")
                .redirectErrorStream(true)
                .start();

        assertThat(output(process)).contains("Spark is not on the class path", "Maybe spark-submit --class");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private static boolean isOfACompiler(String entry) {
        return List.of("org/mvel2/", "org/eclipse/jdt/", "org/drools/mvel/", "com/thoughtworks/", "net/sf/saxon/")
                .stream()
                .anyMatch(entry::startsWith);
    }

    private static Process start(String argument) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-jar", JAR.toString(), argument)
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return text;
    }
}
