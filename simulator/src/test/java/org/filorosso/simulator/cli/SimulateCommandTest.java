package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code simulate} is asked, and what it refuses. */
class SimulateCommandTest {

    @TempDir
    private Path temp;

    /** Hazard: half a question is answered somehow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--days 0 --population 5 | 2 | is less than 1",
                "--days 5 | 2 | says who the customers are",
                "--days 5 --population 5 --baselines orakle | 2 | \"oracle\"",
                "--days 5 --population 5 --world a.csv --worlds b.csv | 2 | not both",
                "--days 5 --population 5 --alpha 1 | 2 | is not between 0 and 1",
                "--days 5 --population 5 --guardrail churned | 2 | is no guardrail",
                "--days 5 --population 5 --guardrail churn:5% | 2 | \"churned\"",
                "--days 5 --population 5 --from monday | 2 | Maybe 2026-03-02",
                "--days 5 --population 5 --world none.csv | 4 | there is no such file",
                "--days 5 --population 5 --model none.yaml | 4 | there is no such file"
            })
    void refuses(String options, int code, String says) {
        Run run = Run.of("simulate " + options + " --out", temp.resolve("out"), Market.FOLDER);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(says);
        assertThat(run.out()).isEmpty();
    }

    /** Hazard: a playbook that says nothing of customers is simulated with customers of nobody's. */
    @Test
    void needsAPopulationAndAWorld() {
        Run run = Run.of("simulate --days 5 --population 5 --out", temp.resolve("out"), Run.SHOP);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("holds no population.yaml").contains("Maybe");
    }

    /** Hazard: a row of real customers that cannot be read is passed over in silence. */
    @Test
    void realCustomersAreTakenAsTheyAre() {
        Market.change(temp, "real.csv", text -> "id,age,plan,spend\nx,20,small,11\ny,old,large,99\nz,50,large,80\n");
        Run run = Run.of(
                "simulate --days 40 --baselines no-contact --customers",
                temp.resolve("real.csv"),
                "--out",
                temp.resolve("out"),
                Market.FOLDER);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("real.csv:3: column \"age\"", "1 bad row skipped");
        assertThat(Market.customers(temp.resolve("out"), "no-contact"))
                .extracting(row -> row.get("id"))
                .containsExactly("x", "z");
        // 11 and 80 euro in 30 days, over 40
        assertThat(Market.figure(temp.resolve("out"), "no-contact", "revenue")).isBetween(121.0, 122.0);
    }

    /** Hazard: a margin that somebody states is not the one that counts, or takes the standing ones away. */
    @Test
    void aStatedMarginReplacesTheStandingOne() {
        Path eager = Market.copy(temp.resolve("eager"));
        Market.change(eager, "contact-policy.csv", text -> "id,target,per,outcome,limit,within,reason\n");
        Market.change(eager, "channels.csv", text -> text.replace(",30,", ",,"));
        String small = "--population 150 --days 12 --baselines none --no-log ";
        String contacts = "\"metric\":\"contacts\",\"margin\":";

        assertThat(guardrails("standing", small, eager))
                .contains(contacts + "0.25,\"relative\":true,\"allows\":\"mayrisebyatmost25%\"")
                .contains("\"broken\":[\"optOuts\",\"contacts\"");
        assertThat(guardrails("stated", small + "--guardrail contacts:100", eager))
                .contains(contacts + "100.0,\"relative\":false")
                .contains("\"broken\":[\"optOuts\",\"satisfaction\"");
    }

    private String guardrails(String out, String options, Path eager) {
        Market.simulate(temp.resolve(out), options, Market.FOLDER, eager);
        return Market.files(temp.resolve(out)).getOrDefault("results.json", "").replaceAll("\\s", "");
    }

    /** Hazard: the margins that kpis.csv states for all teams do not count, or are reckoned otherwise than those of columns. */
    @Test
    void marginsOfSharedFiguresCount() {
        Path shared = Market.copy(temp.resolve("shared"));
        Path eager = Market.copy(temp.resolve("eager"));
        Market.change(eager, "contact-policy.csv", text -> "id,target,per,outcome,limit,within,reason\n");
        Market.change(eager, "channels.csv", text -> text.replace(",30,", ",,"));
        Market.change(
                shared,
                "kpis.csv",
                text -> "kpi,title,formula,better,guardrail\npressure,Contacts,contacts / customers,lower,0.5\n"
                        + "yes,Yes,acceptances / contacts,higher,0.05\nbought,Bought,value,higher,much\n");
        Market.simulate(
                temp.resolve("out"),
                "--population 150 --days 12 --baselines none --no-log --guardrail contacts:0.5",
                shared,
                eager);
        JsonNode guardrails = JsonMapper.builder()
                .build()
                .readTree(Market.files(temp.resolve("out")).getOrDefault("results.json", ""))
                .get("verdicts")
                .get(0)
                .get("guardrails");
        Map<String, JsonNode> byName = new HashMap<>();
        guardrails.forEach(one -> byName.put(one.get("metric").asString(), one));

        assertThat(byName.get("pressure").get("verdict").asString()).isEqualTo("broken");
        assertThat(byName.get("pressure").get("estimate").asDouble())
                .isCloseTo(byName.get("contacts").get("estimate").asDouble(), within(1e-5));
        assertThat(byName.get("pressure").get("bound").asDouble())
                .isCloseTo(byName.get("contacts").get("bound").asDouble(), within(1e-3));
        assertThat(byName.get("yes").get("margin").asDouble()).isEqualTo(-0.05);
        assertThat(byName.get("bought").get("allows").asString()).contains("\"much\"", "no number");
        assertThat(Market.figure(temp.resolve("out"), "eager", "kpi pressure")).isPositive();
    }
}
