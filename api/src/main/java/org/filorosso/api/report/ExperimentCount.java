package org.filorosso.api.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.filorosso.api.report.ExperimentReport.Test;
import org.filorosso.api.report.ExperimentReport.Variant;
import org.filorosso.api.report.Report.About;
import org.filorosso.api.report.SubjectRows.Acceptance;
import org.filorosso.api.report.SubjectRows.Detail;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;

/** Counts who was exposed to what, and what they did after. */
final class ExperimentCount {
    static final String ARMS = "arms";
    static final String HOLDOUT = "holdout";

    private final Playbook playbook;
    private final Period period;
    private final Map<String, Map<String, long[]>> counts = new HashMap<>();
    private final HoldoutCount holdout;

    ExperimentCount(Playbook playbook, Period period) {
        this.playbook = playbook;
        this.period = period;
        this.holdout = new HoldoutCount(playbook, period);
    }

    void add(SubjectRows rows) {
        List<Decided> decisions = rows.decisions(period);
        if (decisions.isEmpty()) {
            return;
        }
        Followed followed = new Followed(rows.contacts(period), rows.acceptances(period));
        String arm = decisions.get(decisions.size() - 1).arm();
        count(ARMS, arm, followed, Instant.MIN, action -> true);
        holdout.add(rows, arm.equals(HOLDOUT));
        for (Experiment experiment : playbook.tables().experiments()) {
            exposure(experiment, decisions, rows, followed);
        }
    }

    /** What a subject was shown and accepted. */
    private record Followed(List<Contacted> contacts, List<Acceptance> acceptances) {

        boolean shown(Instant since, Predicate<String> tested) {
            return contacts.stream()
                    .filter(contact -> !contact.at().isBefore(since))
                    .anyMatch(contact -> contact.shown().stream().anyMatch(one -> tested.test(one.action())));
        }

        boolean accepted(Instant since, Predicate<String> tested) {
            return acceptances.stream()
                    .anyMatch(one -> !one.row().at().isBefore(since)
                            && tested.test(one.row().action()));
        }
    }

    private void count(String test, String variant, Followed followed, Instant since, Predicate<String> tested) {
        long[] sums = counts.computeIfAbsent(test, unseen -> new LinkedHashMap<>())
                .computeIfAbsent(variant, unseen -> new long[3]);
        sums[0]++;
        sums[1] += followed.shown(since, tested) ? 1 : 0;
        sums[2] += followed.accepted(since, tested) ? 1 : 0;
    }

    /** A subject counts for the variant of the first decision that made use of it, and for what follows. */
    private void exposure(Experiment experiment, List<Decided> decisions, SubjectRows rows, Followed followed) {
        for (Decided decided : decisions) {
            Detail detail = rows.details().get(decided.interactionId());
            String variant = detail == null ? null : detail.variants().get(experiment.name());
            if (variant != null && !variant.equals(Experiment.OUTSIDE)) {
                count(experiment.name(), variant, followed, decided.at(), name -> tested(experiment, name));
                return;
            }
        }
    }

    private boolean tested(Experiment experiment, String name) {
        Target target = experiment.target();
        Action action = playbook.catalogue().find(name);
        return target == null || (action != null && target.names(action.index()));
    }

    ExperimentReport report(About about) {
        List<Test> tests = new ArrayList<>();
        tests.add(test(ARMS, arms(), playbook.settings().arms().get(0).name()));
        for (Experiment experiment : playbook.tables().experiments()) {
            Map<String, Double> shares = new LinkedHashMap<>();
            experiment.variants().forEach(one -> shares.put(one.name(), one.share()));
            String first = experiment.variants().get(0).name();
            String control = shares.containsKey(Experiment.CONTROL) ? Experiment.CONTROL : first;
            tests.add(test(experiment.name(), shares, control));
        }
        return new ExperimentReport(about, tests, playbook.settings().holdout() == null ? null : holdout.holdout());
    }

    private Map<String, Double> arms() {
        Settings.Holdout held = playbook.settings().holdout();
        double out = held == null ? 0 : held.share();
        Map<String, Double> shares = new LinkedHashMap<>();
        playbook.settings().arms().forEach(arm -> shares.put(arm.name(), (1 - out) * arm.share()));
        if (out > 0) {
            shares.put(HOLDOUT, out);
        }
        return shares;
    }

    private Test test(String name, Map<String, Double> shares, String control) {
        Map<String, long[]> sums = counts.getOrDefault(name, Map.of());
        long[] base = sums.getOrDefault(control, new long[3]);
        List<Variant> variants = new ArrayList<>();
        shares.forEach((variant, share) -> {
            long[] own = sums.getOrDefault(variant, new long[3]);
            variants.add(new Variant(
                    variant,
                    share,
                    own[0],
                    own[1],
                    own[2],
                    Proportions.share(own[2], own[0]),
                    variant.equals(control) ? null : Proportions.difference(own[2], own[0], base[2], base[0])));
        });
        List<Variant> meant = variants.stream().filter(one -> one.share() > 0).toList();
        return new Test(
                name,
                control,
                Proportions.sampleRatio(
                        meant.stream().mapToDouble(Variant::exposed).toArray(),
                        meant.stream().mapToDouble(Variant::share).toArray()),
                variants);
    }
}
