package org.filorosso.simulator.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.policy.Baseline;

/**
 * What the arms of a simulation have written, put together. It is read from the files, whether they were written just now or
 * by a run that was interrupted, so that the result is the same.
 *
 * @param arms in the order of the policies
 * @param verdicts of every arm but the control
 * @param caused what every other arm does against contacting nobody; empty where that was not tried
 * @param shares of each action and owner in what an arm claims and causes; empty where {@code caused} is
 */
public record Results(List<ArmSummary> arms, List<Verdict> verdicts, List<Verdict> caused, List<ActionShare> shares) {

    private static final List<String> FILES = List.of(
            Simulation.CUSTOMERS,
            Simulation.DAYS,
            Simulation.FUNNEL,
            Simulation.ACTIONS,
            Simulation.SENSITIVITY,
            Simulation.BIAS);
    private static final String NOBODY = Baseline.NO_CONTACT.words();

    /**
     * What is asked of the arms.
     *
     * @param arms in their order
     * @param control one of them
     * @param kpis the figures that all teams share
     * @param rule how verdicts are found
     * @param owners of actions by name, where somebody is named
     */
    public record Question(
            List<String> arms, String control, int days, List<Kpi> kpis, Rule rule, Map<String, String> owners) {
        /** A question with its own copies. */
        public Question {
            arms = List.copyOf(arms);
            kpis = List.copyOf(kpis);
            owners = Map.copyOf(owners);
        }
    }

    /**
     * Adds up every arm, compares each with the control, and writes the joint files.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static Results of(Path folder, Question question) throws IOException {
        List<String> arms = question.arms();
        String control = question.control();
        List<ArmSummary> summaries = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        List<Verdict> caused = new ArrayList<>();
        List<ActionShare> shares = new ArrayList<>();
        for (String arm : arms) {
            Pairs pairs = new Pairs(question.rule());
            summaries.add(summary(folder, arm, question, pairs));
            if (!arm.equals(control)) {
                verdicts.add(pairs.verdict(arm, control));
            }
            if (arms.contains(NOBODY) && !arm.equals(NOBODY)) {
                ActionShares sharing = new ActionShares(arm, question.owners());
                caused.add(against(folder, arm, question.rule().againstNobody(), sharing));
                shares.addAll(sharing.shares(question.rule().alpha()));
            }
        }
        for (String file : FILES) {
            join(folder, arms, file);
        }
        Files.writeString(folder.resolve("arms.csv"), csv(summaries), UTF_8);
        Files.writeString(folder.resolve("claimed.csv"), claimed(shares), UTF_8);
        return new Results(List.copyOf(summaries), List.copyOf(verdicts), List.copyOf(caused), List.copyOf(shares));
    }

    /** Against contacting nobody. */
    private static Verdict against(Path folder, String arm, Rule rule, ActionShares sharing) throws IOException {
        Pairs pairs = new Pairs(rule);
        try (BufferedReader own = part(folder, arm, Simulation.CUSTOMERS);
                BufferedReader theirs = part(folder, NOBODY, Simulation.CUSTOMERS);
                BufferedReader offered = part(folder, arm, Simulation.OFFERS)) {
            OfferRows offers = new OfferRows(offered);
            int customer = 0;
            for (String line = own.readLine(); line != null; line = own.readLine()) {
                Map<String, Double> row = row(line);
                Map<String, Double> alone = row(theirs.readLine());
                pairs.add(row, alone);
                double caused = row.getOrDefault(Verdict.PAID, 0.0) - alone.getOrDefault(Verdict.PAID, 0.0);
                sharing.add(offers.of(customer++), caused);
            }
        }
        return pairs.verdict(arm, NOBODY);
    }

    /** What an arm has written, to be closed by the caller. */
    static BufferedReader part(Path folder, String arm, String file) throws IOException {
        return Files.newBufferedReader(
                folder.resolve(Simulation.ARMS).resolve(arm).resolve(file), UTF_8);
    }

    private static ArmSummary summary(Path folder, String arm, Question question, Pairs pairs) throws IOException {
        Map<String, Double> sums = new HashMap<>();
        long customers = 0;
        try (BufferedReader own = part(folder, arm, Simulation.CUSTOMERS);
                BufferedReader other = part(folder, question.control(), Simulation.CUSTOMERS)) {
            for (String line = own.readLine(); line != null; line = own.readLine()) {
                Map<String, Double> row = row(line);
                row.forEach((column, number) -> sums.merge(column, number, Double::sum));
                pairs.add(row, row(other.readLine()));
                customers++;
            }
        }
        return ArmSummary.of(arm, question.kpis(), customers, question.days(), sums);
    }

    /** The numbers of a row that we wrote: its texts come first, and only they may be quoted. */
    private static Map<String, Double> row(String line) {
        List<String> columns = CustomerRow.columns();
        Map<String, Double> row = new HashMap<>();
        int end = line.length();
        for (int i = columns.size() - 1; i >= CustomerRow.TEXTS; i--) {
            int comma = line.lastIndexOf(',', end - 1);
            row.put(columns.get(i), Double.parseDouble(line.substring(comma + 1, end)));
            end = comma;
        }
        return row;
    }

    private static void join(Path folder, List<String> arms, String file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(file), UTF_8)) {
            writer.write(Simulation.header(file));
            for (String arm : arms) {
                try (BufferedReader reader = part(folder, arm, file)) {
                    reader.transferTo(writer);
                }
            }
        }
    }

    private static String csv(List<ArmSummary> summaries) {
        CsvText csv = new CsvText();
        csv.text("arm");
        // a figure of kpis.csv may have the name of another figure
        List<String> shared = List.copyOf(summaries.get(0).kpis().keySet());
        shared.forEach(name -> csv.text("kpi " + name));
        summaries.get(0).metrics().keySet().forEach(csv::text);
        csv.end();
        for (ArmSummary summary : summaries) {
            csv.text(summary.arm());
            shared.forEach(name -> csv.number(summary.kpis().get(name)));
            summary.metrics().values().forEach(csv::number);
            csv.end();
        }
        return csv.toString();
    }

    private static String claimed(List<ActionShare> shares) {
        CsvText csv = new CsvText()
                .row(
                        "arm",
                        "kind",
                        "name",
                        "presented",
                        "accepted",
                        "claimed",
                        "claimedLow",
                        "claimedHigh",
                        "caused",
                        "causedLow",
                        "causedHigh");
        for (ActionShare one : shares) {
            csv.text(one.arm())
                    .text(one.kind())
                    .text(one.name())
                    .number(one.presented())
                    .number(one.accepted());
            for (ActionShare.Amount amount : List.of(one.claimed(), one.caused())) {
                csv.number(amount.sum()).number(amount.low()).number(amount.high());
            }
            csv.end();
        }
        return csv.toString();
    }
}
