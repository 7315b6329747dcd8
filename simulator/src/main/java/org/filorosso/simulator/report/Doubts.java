package org.filorosso.simulator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filorosso.simulator.report.Effect.Sense;
import org.filorosso.simulator.simulation.ArmSummary;
import org.filorosso.simulator.simulation.Verdict;

/** What may make a result wrong, or may make it look wrong: said before any figure. */
final class Doubts {
    private static final int FEW = 100;
    private static final int SHORT = 28;

    private final Study study;
    private final List<Doubt> doubts = new ArrayList<>();

    /** How much a doubt weighs. */
    enum Weight {
        HARM("Harm", "bad"),
        STOP("Wrong", "bad"),
        CAUTION("Caution", "warn"),
        CHECKED("Checked", "good");

        private final String words;
        private final String style;

        Weight(String words, String style) {
            this.words = words;
            this.style = style;
        }

        String words() {
            return words;
        }

        String style() {
            return style;
        }
    }

    /** One of them. */
    record Doubt(Weight weight, String text) {}

    private Doubts(Study study) {
        this.study = study;
    }

    /** The gravest first. */
    static List<Doubt> of(Study study) {
        Doubts doubts = new Doubts(study);
        doubts.harmed();
        doubts.sampleRatio();
        doubts.overlapping();
        doubts.few();
        doubts.cheats();
        doubts.assumed();
        List<Doubt> sorted = new ArrayList<>(doubts.doubts);
        sorted.sort(java.util.Comparator.comparing(Doubt::weight));
        return sorted;
    }

    private void add(Weight weight, String text) {
        doubts.add(new Doubt(weight, text));
    }

    private void harmed() {
        List<Verdict> judged = study.alone()
                ? study.results().caused().stream()
                        .filter(one -> one.arm().equals(study.control()))
                        .toList()
                : study.results().verdicts().stream()
                        .limit(study.manifest().playbooks().size() - 1L)
                        .toList();
        for (Verdict verdict : judged) {
            String other =
                    verdict.control().equals(Study.NOBODY) ? "with contacting nobody" : "with " + verdict.control();
            if (!verdict.broken().isEmpty()) {
                add(
                        Weight.HARM,
                        "A guardrail is broken: under " + verdict.arm() + " " + verdict.harm() + " compared " + other
                                + ", beyond chance.");
            }
            guarded(verdict, "not shown")
                    .ifPresent(open -> add(
                            Weight.CAUTION,
                            "Not shown to be kept under " + verdict.arm() + ", and not shown to be broken: " + open
                                    + ". More customers or days would tell."));
            guarded(verdict, "kept")
                    .ifPresent(kept -> add(
                            Weight.CHECKED,
                            "Guardrails kept under " + verdict.arm() + " compared " + other + ": " + kept + "."));
        }
    }

    private static Optional<String> guarded(Verdict verdict, String as) {
        List<String> words = verdict.guardrails().stream()
                .filter(one -> one.verdict().equals(as))
                .map(one -> Verdict.words(one.metric()) + " " + one.allows())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private void sampleRatio() {
        List<BigDecimal> sizes = study.results().arms().stream()
                .map(arm -> arm.metrics().getOrDefault("customers", BigDecimal.ZERO))
                .distinct()
                .toList();
        if (sizes.size() > 1) {
            add(Weight.STOP, "The arms do not hold the same customers (sample ratio mismatch). Believe nothing below.");
        } else {
            add(
                    Weight.CHECKED,
                    "The same " + Wording.whole(study.customers()) + " customers are in every arm, with the same luck,"
                            + " so that the samples match by construction (no sample ratio mismatch).");
        }
        if (study.manifest().asLive()) {
            add(
                    Weight.CAUTION,
                    "Run as live: the playbooks keep their own holdout and arms, which dilutes every difference.");
        }
    }

    private void overlapping() {
        List<String> unclear = Effect.of(study, Verdict.METRIC).stream()
                .filter(one -> one.sense() == Sense.UNCLEAR)
                .map(Effect::against)
                .toList();
        if (!unclear.isEmpty()) {
            add(
                    Weight.CAUTION,
                    "Not to be told apart in margin: " + String.join(", ", unclear)
                            + (study.alone() ? " and " : " against ") + study.control()
                            + ". That is no proof that they are equal; more customers or days would tell.");
        }
    }

    private void few() {
        for (ArmSummary arm : study.results().arms()) {
            BigDecimal bought = arm.metrics().getOrDefault("conversions", BigDecimal.ZERO);
            boolean playbook = study.manifest().playbooks().stream()
                    .anyMatch(one -> one.arm().equals(arm.arm()));
            if (playbook && bought.intValue() < FEW) {
                add(
                        Weight.CAUTION,
                        "Too few: under " + arm.arm() + " only " + bought.toPlainString()
                                + " customers accepted anything." + " With fewer than " + FEW
                                + " the intervals are too sure of themselves.");
            }
        }
        if (study.manifest().days() < SHORT) {
            add(
                    Weight.CAUTION,
                    "Short: " + study.manifest().days() + " days show nothing of what builds up slowly, such as fatigue"
                            + " and customers who leave.");
        }
    }

    /** An arm that breaks the rules may win: a reader must not take it for a better playbook. */
    private void cheats() {
        if (study.manifest().arms().contains("eligibility-only")) {
            add(
                    Weight.CAUTION,
                    "eligibility-only ignores the contact policy and suitability, and oracle knows what nobody can:"
                            + " they are marks to measure by, not playbooks to choose.");
        }
    }

    private void assumed() {
        add(
                Weight.CAUTION,
                study.manifest().builtInEffects()
                        ? "A simulation, not an experiment: customers answer as world.csv assumes. The intervals say"
                                + " how much is luck, not how wrong the world may be."
                        : "A simulation, not an experiment: customers answer as world.csv assumes, here with its"
                                + " built-in effects (such as fatigue) set to zero.");
    }
}
