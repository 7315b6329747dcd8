package org.filorosso.simulator.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.LogTable;

/**
 * What the decision log of one arm tells of each customer. Memory grows with the customers that were decided for, by two
 * short texts each.
 *
 * @param first the action that each customer was offered first; who never was is not in it
 * @param nothing how many customers had decisions but never an offer, by the stage that emptied their last answer
 * @param unlikely how many were offered something, but nothing as likely as {@link #LIKELY}
 */
record Found(Map<String, String> first, Map<String, Long> nothing, long unlikely) {
    /** Propensity of an acceptance under which an offer is hardly worth its place. */
    static final double LIKELY = 0.05;

    private static final class Reader {
        private final Map<String, String> first = new HashMap<>();
        private final Map<String, String> emptied = new HashMap<>();
        private final Map<String, Double> best = new HashMap<>();

        void row(String subject, String action, String propensity, String reason) {
            if (action.isEmpty()) {
                emptied.put(subject, reason);
                return;
            }
            first.putIfAbsent(subject, action);
            if (!propensity.isEmpty()) {
                best.merge(subject, Double.valueOf(propensity), Math::max);
            }
        }

        Found found() {
            Map<String, Long> nothing = new TreeMap<>();
            emptied.forEach((subject, reason) -> {
                if (!first.containsKey(subject)) {
                    nothing.merge(reason.isEmpty() ? "no stage" : reason, 1L, Long::sum);
                }
            });
            long unlikely = best.values().stream().filter(one -> one < LIKELY).count();
            return new Found(Map.copyOf(first), nothing, unlikely);
        }
    }

    static boolean in(Path log) {
        return Files.isRegularFile(log.resolve(LogTable.DECISIONS.file("csv")));
    }

    /** @throws FlawException if the log cannot be read */
    static Found read(Path log) throws FlawException {
        Reader reader = new Reader();
        try (CsvRows csv = CsvRows.open(DataFile.of(log.resolve(LogTable.DECISIONS.file("csv"))))) {
            List<String> header = csv.header();
            int subject = header.indexOf("subjectId");
            int action = header.indexOf("action");
            int propensity = header.indexOf("propensity");
            int reason = header.indexOf("noActionReason");
            for (CsvRows.Row row = csv.next(); row != null; row = csv.next()) {
                reader.row(row.cell(subject), row.cell(action), row.cell(propensity), row.cell(reason));
            }
        }
        return reader.found();
    }

    long withNothing() {
        return nothing.values().stream().mapToLong(Long::longValue).sum();
    }
}
