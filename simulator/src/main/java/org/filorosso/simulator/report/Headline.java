package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.policy.Baseline;
import org.filorosso.simulator.report.Effect.Sense;
import org.filorosso.simulator.simulation.Verdict;

/** The verdict in words for who decides: first what to do, then by how much and how sure that is. */
final class Headline {
    /** Ways of deciding that keep the playbook's rules, so that it has to beat them. */
    private static final List<String> FAIR = List.of(
            Baseline.RANDOM.words(),
            Baseline.PROPENSITY_ONLY.words(),
            Baseline.VALUE_ONLY.words(),
            Baseline.NO_LEVERS.words());

    private Headline() {}

    /** One sentence for each playbook that is tried; the first is the one that matters. */
    static List<String> of(Study study) {
        if (study.alone()) {
            return alone(study);
        }
        int tried = study.manifest().playbooks().size();
        return study.results().verdicts().stream()
                .limit(tried - 1L)
                .map(verdict -> sentence(study, verdict))
                .toList();
    }

    private static String sentence(Study study, Verdict verdict) {
        Effect margin = Effect.of(verdict, verdict.differences().get(0), false);
        String arm = verdict.arm();
        String control = verdict.control();
        return switch (margin.sense()) {
            case BETTER ->
                verdict.broken().isEmpty()
                        ? "Prefer " + arm + ": it claims " + amount(study, margin, "more") + " than " + control + " in "
                                + span(study) + " " + interval(verdict, margin) + "."
                        : "Do not roll out " + arm + ": it claims " + amount(study, margin, "more") + " than " + control
                                + " " + interval(verdict, margin) + ", but does harm: " + verdict.harm() + ".";
            case WORSE ->
                "Keep " + control + ": " + arm + " claims " + amount(study, margin, "less") + " in " + span(study) + " "
                        + interval(verdict, margin) + ".";
            default ->
                margin.low() == margin.high()
                        ? "No winner: " + arm + " and " + control + " claim the same from every customer in "
                                + span(study) + "; nothing in which they differ came into play."
                        : "No winner: " + arm + " and " + control + " cannot be told apart in " + span(study)
                                + " (the difference of "
                                + Wording.signed(margin.mean()) + " " + study.currency()
                                + " per customer may be chance; " + verdict.level() + " interval "
                                + Wording.range(margin.low(), margin.high()) + ").";
        };
    }

    private static List<String> alone(Study study) {
        List<String> sentences = new ArrayList<>();
        String arm = study.control();
        Verdict caused = study.caused(arm);
        if (caused != null) {
            Effect margin = Effect.of(caused, caused.differences().get(0), false);
            String told = switch (margin.sense()) {
                case BETTER -> " claims " + amount(study, margin, "more") + " than contacting nobody";
                case WORSE -> " claims " + amount(study, margin, "less") + " than contacting nobody";
                default ->
                    " cannot be told from contacting nobody (" + Wording.signed(margin.mean()) + " per customer, "
                            + caused.level() + " interval " + Wording.range(margin.low(), margin.high()) + ")";
            };
            String price = caused.broken().isEmpty() ? "" : ", at a price: " + caused.harm();
            String sure = margin.isClear() ? " " + interval(caused, margin) : "";
            sentences.add(arm + told + " in " + span(study) + sure + price + ".");
        }
        String rank = rank(Effect.of(study, Verdict.METRIC));
        if (!rank.isEmpty()) {
            sentences.add(rank);
        }
        if (sentences.isEmpty()) {
            sentences.add("No verdict: " + arm + " was tried alone, with nothing to hold it against.");
        }
        return sentences;
    }

    /** How it does against simpler ways under the same rules. */
    private static String rank(List<Effect> effects) {
        List<Effect> fair =
                effects.stream().filter(one -> FAIR.contains(one.against())).toList();
        List<String> parts = new ArrayList<>();
        part(parts, "beats ", fair, Sense.BETTER);
        part(parts, "loses to ", fair, Sense.WORSE);
        part(parts, "cannot be told from ", fair, Sense.UNCLEAR);
        return parts.isEmpty()
                ? ""
                : "Of the simpler ways of choosing under the same rules, it " + String.join("; it ", parts) + ".";
    }

    private static void part(List<String> parts, String verb, List<Effect> effects, Sense sense) {
        List<String> names = effects.stream()
                .filter(one -> one.sense() == sense)
                .map(Effect::against)
                .toList();
        if (!names.isEmpty()) {
            parts.add(verb + String.join(", ", names));
        }
    }

    private static String amount(Study study, Effect effect, String how) {
        return Wording.money(Math.abs(effect.mean())) + " " + study.currency() + " " + how + " margin per customer";
    }

    /** Of a size, without sign. */
    private static String interval(Verdict verdict, Effect effect) {
        double low = Math.min(Math.abs(effect.low()), Math.abs(effect.high()));
        double high = Math.max(Math.abs(effect.low()), Math.abs(effect.high()));
        return "(" + verdict.level() + " interval " + Wording.money(low) + " to " + Wording.money(high) + ")";
    }

    private static String span(Study study) {
        int days = study.manifest().days();
        return days == 1 ? "1 day" : days + " days";
    }
}
