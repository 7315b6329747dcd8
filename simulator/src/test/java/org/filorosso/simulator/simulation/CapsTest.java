package org.filorosso.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caps, capacities and budgets hold in the log, not only in the counters that were to hold them. */
class CapsTest {

    @TempDir
    private Path temp;

    /** Hazard: many decide at once by a count that was true when they began, and together exceed it. */
    @Test
    void nothingIsExceeded() {
        Market.simulate(temp.resolve("out"), "--population 400 --days 33 --baselines random", Market.FOLDER);
        for (String arm : List.of("market", "random")) {
            List<Map<String, String>> responses =
                    Market.rows(temp.resolve("out/log/" + arm).resolve("responses.csv"));
            Map<String, Integer> accepted = count(responses, "accepted", row -> row.get("action"));
            Map<String, Integer> daily = count(responses, "accepted", row -> row.get("action") + day(row));
            Map<String, Integer> sent = count(responses, "sent", row -> row.get("channel") + day(row));
            Map<String, Integer> monthly =
                    count(responses, "accepted", row -> row.get("action") + day(row).substring(0, 7));

            daily.forEach((key, n) -> assertThat(n).isLessThanOrEqualTo(key.startsWith("beta") ? 3 : 500));
            sent.forEach((key, n) -> assertThat(n).isLessThanOrEqualTo(30));
            assertThat(accepted.getOrDefault("gamma", 0)).isBetween(1, 15);
            // 40 euro a month at 6 euro an acceptance
            assertThat(monthly.getOrDefault("delta2026-03", 0)).isBetween(1, 6);
            // the limits were reached, so that they were tried
            assertThat(daily).containsValue(3);
            assertThat(sent).containsValue(30);
        }
    }

    /** Hazard: an answer counts as a contact although nothing was said. */
    @Test
    void noContactMakesNoContacts() {
        Path out = temp.resolve("out");
        Market.simulate(out, "--population 100 --days 20 --baselines no-contact", Market.FOLDER);

        assertThat(Market.figure(out, "market", "contacts")).isPositive();
        assertThat(Market.figure(out, "no-contact", "contacts")).isZero();
        assertThat(Market.figure(out, "no-contact", "decisions")).isZero();
        assertThat(Market.figure(out, "no-contact", "withoutAction")).isEqualTo(1);
        assertThat(Market.rows(out.resolve("log/no-contact/responses.csv"))).isEmpty();
        assertThat(Market.figure(out, "no-contact", "revenue")).isPositive();
    }

    private static String day(Map<String, String> row) {
        return row.getOrDefault("at", "").substring(0, 10);
    }

    private static Map<String, Integer> count(
            List<Map<String, String>> rows, String outcome, Function<Map<String, String>, String> key) {
        Map<String, Integer> counts = new HashMap<>();
        rows.stream()
                .filter(row -> outcome.equals(row.get("outcome")))
                .forEach(row -> counts.merge(key.apply(row), 1, Integer::sum));
        return counts;
    }
}
