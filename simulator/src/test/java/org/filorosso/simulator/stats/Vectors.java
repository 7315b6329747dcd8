package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reference vectors: inputs and expected values that were published or computed by others. They lie beside the repository; where
 * they are not there, nothing is tested here, and the small cases of our own remain.
 */
public final class Vectors {
    private static final Path SHARED = Path.of("..", "..", "shared");

    private final Path file;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, String> notApplicable = new LinkedHashMap<>();

    private Vectors(Path file) {
        this.file = file;
    }

    /** What holds for one vector. */
    @FunctionalInterface
    public interface Check {
        void hold(JsonNode vector) throws Exception;
    }

    public static Vectors of(String name) {
        return new Vectors(SHARED.resolve("vectors").resolve(name));
    }

    /** A data file beside the repository. */
    public static Path data(String path) {
        return SHARED.resolve(path);
    }

    /** Vectors whose id begins so are run. */
    public Vectors run(String prefix, Check check) {
        checks.put(prefix, check);
        return this;
    }

    /** Vectors whose id begins so are not run, for a reason. */
    public Vectors leaveOut(String prefix, String reason) {
        notApplicable.put(prefix, reason);
        return this;
    }

    /** The file that is read. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** Whether a vector is run, and not only known. */
    boolean runs(String id) {
        String left = longest(notApplicable, id);
        String run = longest(checks, id);
        return run != null && (left == null || run.length() >= left.length());
    }

    /** One test a vector; one that is neither run nor left out fails. */
    public Stream<DynamicTest> tests() throws Exception {
        if (!Files.exists(file)) {
            return Stream.empty();
        }
        JsonNode read = JsonMapper.builder().build().readTree(Files.readString(file));
        return read.get("vectors").valueStream().map(this::test);
    }

    private DynamicTest test(JsonNode vector) {
        String id = vector.get("id").asString();
        String left = longest(notApplicable, id);
        if (runs(id)) {
            String run = longest(checks, id);
            return dynamicTest(id, () -> checks.get(run).hold(vector));
        }
        return dynamicTest(
                left == null ? id : id + " (left out: " + notApplicable.get(left) + ")",
                () -> assertThat(left)
                        .as("%s is neither run nor left out with a reason", id)
                        .isNotNull());
    }

    private static String longest(Map<String, ?> prefixes, String id) {
        return prefixes.keySet().stream()
                .filter(id::startsWith)
                .reduce((one, two) -> one.length() > two.length() ? one : two)
                .orElse(null);
    }

    /** Within the vector's tolerance. */
    public static void close(JsonNode vector, String name, double actual) {
        close(vector, vector.get("expected").get(name), actual);
    }

    public static void close(JsonNode vector, JsonNode expected, double actual) {
        JsonNode tolerance = vector.get("tolerance");
        double allowed = tolerance != null && tolerance.isNumber() ? tolerance.asDouble() : 1e-9;
        assertThat(actual).isCloseTo(expected.asDouble(), within(Math.max(allowed, 1e-12)));
    }

    public static void close(JsonNode vector, JsonNode expected, Interval actual) {
        close(vector, expected.get(0), actual.low());
        close(vector, expected.get(1), actual.high());
    }

    public static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
