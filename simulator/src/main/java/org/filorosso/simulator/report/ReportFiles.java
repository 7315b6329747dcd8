package org.filorosso.simulator.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.simulation.PairedDay;
import org.jspecify.annotations.Nullable;

/** Writes the page of a simulation, and the figures that only the page would hold, into its folder. */
public final class ReportFiles {
    private static final String PAGE = "report.html";
    private static final String LIFT = "lift.csv";
    private static final String CHANGES = "changes.json";
    private static final int DIGITS = 6;

    private ReportFiles() {}

    /**
     * Writes them.
     *
     * @param holds in how many worlds the verdicts hold; empty where there is one
     * @throws FlawException if a file of the simulation cannot be read
     * @throws IOException if a file cannot be written
     */
    public static void write(Study study, List<String> holds) throws FlawException, IOException {
        ArmTables tables = ArmTables.read(study.folder());
        Optional<Study.Pair> pair = study.pair();
        LogFigures logs = pair.isPresent() ? LogFigures.read(study, pair.get()) : LogFigures.NONE;
        if (pair.isPresent()) {
            String sides = ReviewJson.of(PairSections.sides(pair.get(), tables, logs));
            Files.writeString(study.folder().resolve(CHANGES), sides, UTF_8);
        }
        Map<String, List<CumulativeLift>> lifts = lifts(study);
        Files.writeString(study.folder().resolve(LIFT), csv(lifts), UTF_8);
        String page =
                new SimulationPage(study, holds, tables, logs, lifts).page().toString();
        Files.writeString(study.folder().resolve(PAGE), page, UTF_8);
    }

    /** Of every arm but the control, against it; of a single playbook, against each of the others. */
    private static Map<String, List<CumulativeLift>> lifts(Study study) throws IOException {
        Map<String, List<CumulativeLift>> lifts = new LinkedHashMap<>();
        LocalDate start = LocalDate.parse(study.manifest().from());
        for (String arm : study.manifest().arms()) {
            if (!arm.equals(study.control())) {
                List<PairedDay> days = PairedDay.of(
                        study.folder(),
                        study.alone() ? study.control() : arm,
                        study.alone() ? arm : study.control(),
                        study.customers(),
                        study.manifest().days());
                lifts.put(arm, CumulativeLift.of(days, start));
            }
        }
        return lifts;
    }

    private static String csv(Map<String, List<CumulativeLift>> lifts) {
        CsvText csv = new CsvText().row("arm", "day", "date", "lift", "se", "low", "high");
        lifts.forEach((arm, days) -> days.forEach(day -> csv.text(arm)
                .number(day.day())
                .text(day.date())
                .number(figure(day.margin()))
                .number(figure(day.se()))
                .number(figure(day.low()))
                .number(figure(day.high()))
                .end()));
        return csv.toString();
    }

    /** Nothing where there is no end. */
    private static @Nullable BigDecimal figure(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_EVEN) : null;
    }
}
