package org.filorosso.api.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.api.load.Generator.Measured;
import tools.jackson.databind.json.JsonMapper;

/** What a run measured, as people read it and as JSON. */
final class LoadTable {
    private static final double TARGET_SHARE = 0.4;
    private static final double TARGET_P99 = 15;

    private final String database;
    private final Map<String, Object> imports = new LinkedHashMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Double> ceilings = new ArrayList<>();
    private final List<Double> decisions = new ArrayList<>();
    private double p99 = Double.MAX_VALUE;
    private long failed;

    LoadTable(String database) {
        this.database = database;
    }

    void imported(String what, int count, Duration time) {
        imports.put(what + "PerSecond", Math.round(count / (time.toNanos() / 1e9)));
    }

    void ceiling(Measured measured) {
        ceilings.add(measured.perSecond());
        row("ceiling", measured);
    }

    void decide(Measured measured) {
        decisions.add(measured.perSecond());
        row("decide", measured);
    }

    /** @param rate decisions a second that were begun */
    void atHalfLoad(double rate, Measured measured) {
        p99 = measured.percentile(99);
        row(String.format(Locale.ROOT, "decide, %.0f/s", rate), measured);
    }

    private void row(String what, Measured measured) {
        failed += measured.failed();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("perSecond", Math.round(measured.perSecond()));
        row.put("p50", measured.percentile(50));
        row.put("p99", measured.percentile(99));
        row.put("p999", measured.percentile(99.9));
        row.put("failed", measured.failed());
        row.put("degraded", measured.degraded());
        row.put("bytes", measured.size());
        rows.add(row);
        System.out.println(row);
    }

    /** The median of the rounds. */
    double decisionsPerSecond() {
        return median(decisions);
    }

    private double share() {
        return median(decisions) / median(ceilings);
    }

    /** Whether the targets were reached. */
    boolean kept() {
        return failed == 0 && share() >= TARGET_SHARE && p99 < TARGET_P99;
    }

    void print() {
        System.out.printf(Locale.ROOT, "%n%s  %s%n", database, imports);
        System.out.printf(
                Locale.ROOT,
                "%-18s %9s %9s %9s %9s %7s %8s %7s%n",
                "",
                "/s",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "failed",
                "degraded",
                "bytes");
        for (Map<String, Object> row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %9d %9.2f %9.2f %9.2f %7d %8d %7d%n",
                    row.values().toArray());
        }
        System.out.printf(
                Locale.ROOT,
                "%s load %s: %.0f decisions/s = %.0f%% of the ceiling's %.0f/s (target %.0f%%); p99 at half load %.1f ms "
                        + "(target %.0f ms); failed %d%n",
                kept() ? "PASS" : "FAIL",
                database,
                decisionsPerSecond(),
                100 * share(),
                median(ceilings),
                100 * TARGET_SHARE,
                p99,
                TARGET_P99,
                failed);
    }

    void write(Path file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("database", database);
        all.putAll(imports);
        all.put("share", share());
        all.put("p99AtHalfLoad", p99);
        all.put("rows", rows);
        try {
            Files.writeString(file, JsonMapper.builder().build().writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
