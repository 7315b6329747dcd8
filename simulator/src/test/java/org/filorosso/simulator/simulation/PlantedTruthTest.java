package org.filorosso.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Worlds whose truth is known: the verdict must find it. */
class PlantedTruthTest {
    private static final String WORLD = """
        id,target,outcome,effect,direction
        W-1,Offer/Plain/alpha,accepted,-1.5,
        W-2,Offer/Plain/beta,accepted,-0.4,
        W-3,Offer/Rare,accepted,-9,
        """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temp;

    private Path a;
    private Path b;

    @BeforeEach
    void twoPlaybooksOnePlace() {
        a = Market.copy(temp.resolve("a"));
        b = Market.copy(temp.resolve("b"));
        for (Path folder : new Path[] {a, b}) {
            Market.onePlace(folder, WORLD);
            prefer(folder, "alpha");
        }
    }

    private static void prefer(Path folder, String action) {
        Market.change(
                folder,
                "arbitration.csv",
                text -> "id,target,factor,weight\nA-1,Offer/Plain/" + action + ",context,500%\n");
    }

    private Run simulate(String more) {
        return Market.simulate(temp.resolve("out"), "--population 200 --days 18 --no-log " + more, a, b);
    }

    /** Hazard: a difference that is there is not seen, or is seen the wrong way round. */
    @Test
    void findsTheBetter() {
        prefer(b, "beta");
        assertThat(simulate("--baselines none").out()).contains("b claims more than a");
    }

    /** The same from the other side. */
    @Test
    void findsTheWorse() {
        prefer(a, "beta");
        assertThat(simulate("--baselines none").out()).contains("b claims less than a");
    }

    /** Hazard: the verdict says something else than the statistics that people check it with. */
    @Test
    void saysWhatCompareSays() {
        prefer(b, "beta");
        simulate("--baselines none");
        Run compared = Run.of(
                "compare -q --format json --unit id --arm arm --control a --metric margin:mean --alpha 0.01 --paired"
                        + " --data",
                temp.resolve("out/customers.csv"));
        JsonNode theirs =
                JSON.readTree(compared.out()).get("comparisons").get(0).get("absolute");
        JsonNode ours = JSON.readTree(Market.files(temp.resolve("out")).get("results.json"))
                .get("verdicts")
                .get(0)
                .get("differences")
                .get(0);

        assertThat(ours.get("metric").asString()).isEqualTo("margin");
        assertThat(ours.get("mean").asDouble()).isCloseTo(theirs.get("lift").asDouble(), within(1e-5));
        assertThat(ours.get("low").asDouble()).isCloseTo(theirs.get("low").asDouble(), within(1e-4));
        assertThat(ours.get("high").asDouble()).isCloseTo(theirs.get("high").asDouble(), within(1e-4));
    }

    /** Hazard: two ways of saying the same are told apart. */
    @Test
    void findsNothingWhereThereIsNothing() {
        Market.change(b, "arbitration.csv", text -> text.replace("500%", "700%"));
        assertThat(simulate("--baselines none").out()).contains("No difference between b and a can be shown");
    }

    /** Hazard: who wins by wearing customers out is called the winner. */
    @Test
    void catchesWhoeverWinsByExhaustingCustomers() {
        Market.change(b, "contact-policy.csv", text -> "id,target,per,outcome,limit,within,reason\n");
        for (Path folder : new Path[] {a, b}) {
            Market.change(
                    folder,
                    "world.csv",
                    text -> text
                            + "W-4,*,opt-out,-5.5,outbound\nB-1,*,opt-out,1.0 * recent contacts,outbound\n"
                            + "W-5,*,churn,-5,\nB-2,*,churn,1.2 * recent contacts,\n");
        }
        Run run = simulate("--baselines none");
        assertThat(run.out())
                .contains("b claims more than a")
                .contains("does harm: ")
                .contains("more opt-outs (may rise by at most 10%)");
    }

    /** Hazard: what was assumed is taken for what was found. */
    @Test
    void saysWhetherAVerdictNeedsTheBuiltInEffects() {
        // worn-out customers buy nothing: the only difference between the playbooks is how often they write
        Market.change(b, "contact-policy.csv", text -> "id,target,per,outcome,limit,within,reason\n");
        String tiring = "B-1,*,accepted,-3 * recent contacts,outbound\n";
        Path low = temp.resolve("low.csv");
        Path high = temp.resolve("high.csv");
        Market.change(temp, "low.csv", text -> WORLD + tiring);
        Market.change(temp, "high.csv", text -> WORLD.replace("-1.5", "-1.0") + tiring);
        // every letter costs more than it brings once customers are worn out
        for (Path folder : new Path[] {a, b}) {
            Market.change(folder, "channels.csv", text -> text.replace(",0.10,", ",1.20,"));
        }
        Run run = simulate("--baselines none --worlds " + low + "," + high);

        assertThat(run.out()).contains("b against a: worse, in 2 of 2 worlds, and in 0 of 2 without built-in effects.");
    }

    /** Hazard: the oracle is told something else than the truth, or does not listen. */
    @Test
    void nobodyBeatsTheOracle() {
        simulate("--baselines all");
        Path out = temp.resolve("out");
        double oracle = Market.figure(out, "oracle", "value");
        for (String arm : new String[] {
            "a", "b", "random", "propensity-only", "value-only", "no-levers", "eligibility-only", "no-contact"
        }) {
            assertThat(oracle).as(arm).isGreaterThanOrEqualTo(Market.figure(out, arm, "value"));
        }
        assertThat(oracle).isGreaterThan(Market.figure(out, "random", "value"));
    }
}
