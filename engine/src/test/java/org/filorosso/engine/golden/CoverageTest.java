package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Hazard: a row counts as tested although the decision would have been the same without it. */
class CoverageTest {

    private static List<String> unexercised(String stories) {
        return Shop.run(stories).coverage().unexercised().stream()
                .map(row -> row.source() + " " + row.id())
                .toList();
    }

    private static String story(String name, String more) {
        return "- name: %s\n  at: 2026-03-02T10:15\n  arm: champion\n  expect: {excludes: [max-plan]}\n".formatted(name)
                + more.indent(2);
    }

    /** E-5 matches the old customer, but E-2 has dropped the action before: without E-5 nothing would change. */
    @Test
    void aRowThatMatchesTooLateIsNotExercised() {
        List<String> rows =
                unexercised(story("Old", "customer: {id: old, tenure months: 200}\ncontext: {channel: counter}\n"));

        assertThat(rows).contains("engagement.csv:6 E-5").doesNotContain("engagement.csv:5 E-4");
    }

    /** Of lifecycle, prices and treatments the first row that matches counts, and only that. */
    @Test
    void ofSeveralRowsThatMatchOnlyTheOneThatCountsIsExercised() {
        List<String> rows = unexercised(story(
                "New",
                "customer: {id: new, tenure months: 2, plan: smart}\nvariant: {wording: warm}\n"
                        + "context: {channel: counter}\n"));

        assertThat(rows).contains("lifecycle.csv:3 L-2").doesNotContain("lifecycle.csv:2 L-1", "treatments.csv:6 T-5");
    }

    /** A contact policy without conditions matches everybody; it is tested by who has been contacted. */
    @Test
    void aContactPolicyIsExercisedByAContactThatItCounts() {
        String customer = "customer: {id: x, tenure months: 20}\ncontext: {channel: counter}\n";
        String refused = "history: [{at: 2026-02-20T09:00, action: more-data, outcome: rejected, channel: counter}]\n";

        assertThat(unexercised(story("Quiet", customer))).contains("contact-policy.csv:2 C-1");
        assertThat(unexercised(story("Refused", customer + refused))).doesNotContain("contact-policy.csv:2 C-1");
    }

    @Test
    void sameTermsAreExercisedByAQuote() {
        String customer = "customer: {id: x, tenure months: 20}\ncontext: {channel: counter}\n";
        String quote = "quotes: [{action: more-data, price: 5, at: 2026-03-01}]\n";

        assertThat(unexercised(story("Plain", customer))).contains("coherence.csv:3 H-2");
        assertThat(unexercised(story("Quoted", customer + quote))).doesNotContain("coherence.csv:3 H-2");
    }

    @Test
    void everyVariantOfAnExperimentIsExercisedByItsOwnCustomers() {
        String customer = "customer: {id: x, tenure months: 2}\ncontext: {channel: counter}\n";

        assertThat(unexercised(story("Control", customer + "variant: {wording: control}\n")))
                .contains("experiments.csv:2 X-1")
                .doesNotContain("experiments.csv:3 X-2");
    }

    /** A treatment that holds for everybody is a text; one with a condition is a rule and must be tested. */
    @Test
    void textsAreNotCounted() {
        TableCoverage treatments = Shop.run("").coverage().tables().stream()
                .filter(table -> table.table().equals("treatments"))
                .findFirst()
                .orElseThrow();

        assertThat(treatments.rows().stream().map(RowCoverage::id)).containsExactly("T-5");
        assertThat(treatments.uncounted()).isEqualTo(7);
    }

    @Test
    void nobodyExercisesAnythingWithoutStories() {
        Coverage coverage = Shop.run("").coverage();

        assertThat(coverage.share().exercised()).isZero();
        assertThat(coverage.share().percent()).isZero();
        assertThat(coverage.unexercised()).hasSize(coverage.share().rows());
    }

    @Test
    void namesWhoExercisesARow() {
        Coverage coverage =
                new GoldenRunner(Shop.engine()).run(Shop.customers()).coverage();

        RowCoverage complaint = coverage.tables().stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.id().equals("H-1"))
                .findFirst()
                .orElseThrow();
        assertThat(complaint.by()).containsExactly("Bea complained");
    }

    @Test
    void warnsOfEveryRowThatNobodyExercises() {
        Coverage coverage =
                new GoldenRunner(Shop.engine()).run(Shop.customers()).coverage();

        assertThat(coverage.warnings().stream().map(Object::toString))
                .hasSameSizeAs(coverage.unexercised())
                .contains("contact-policy.csv:2: no golden customer exercises the row C-1\n"
                        + "Maybe write a golden customer for whom the row counts, or delete it.");
    }
}
