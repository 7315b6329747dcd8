package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: the engine arbitrates otherwise than the field does: another product of the factors, or another order. */
public class ArbitrationVectorsTest {

    @TempDir
    private static Path folder;

    public static Vectors vectorsOfDecisions() {
        return Vectors.of("pega_arbitration.json").run("arbitration/", ArbitrationVectorsTest::decision);
    }

    @TestFactory
    Stream<DynamicTest> ofDecisions() throws Exception {
        return vectorsOfDecisions().tests();
    }

    /** The decision's candidates as a playbook, decided from the command line. */
    private static void decision(JsonNode vector) throws IOException {
        Path playbook = Files.createDirectory(
                folder.resolve("p" + vector.get("id").asString().replaceAll("\\W", "")));
        written(playbook, vector.get("inputs"));
        Path customers = Files.writeString(folder.resolve("customers.csv"), "id\nann\n");
        Run run = Run.of("decide -q --channel web --top 500 --customers", customers, playbook);
        assertThat(run.err()).isEmpty();
        Map<String, JsonNode> ranked = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(run.out())
                .get("placements")
                .get(0)
                .get("results")
                .forEach(result -> ranked.put(result.get("action").asString(), result));

        assertThat(ranked).hasSize(vector.get("expected").size());
        for (JsonNode expected : vector.get("expected")) {
            JsonNode result = ranked.get(expected.get("action").asString());
            assertThat(result.get("rank").asInt())
                    .isEqualTo(expected.get("rank").asInt());
            assertThat(result.get("priority").asDouble())
                    .isCloseTo(
                            expected.get("priority").asDouble(),
                            within(vector.get("tolerance").asDouble()));
        }
    }

    private static void written(Path playbook, JsonNode candidates) throws IOException {
        StringBuilder actions = new StringBuilder("action,issue,group,value\n");
        StringBuilder treatments = new StringBuilder("id,action,channel,headline\n");
        StringBuilder propensity = new StringBuilder("id,target,prior,strength\n");
        StringBuilder weights = new StringBuilder("id,target,factor,weight,reason\n");
        for (JsonNode one : candidates) {
            String action = one.get("action").asString();
            String target = one.get("issue").asString() + "/" + one.get("group").asString() + "/" + action;
            actions.append("%s,%s,%s,%s%n"
                    .formatted(
                            action,
                            one.get("issue").asString(),
                            one.get("group").asString(),
                            number(one, "value", BigDecimal.ZERO)));
            treatments.append("T-%s,%s,web,Hello%n".formatted(action, action));
            propensity.append("P-%s,%s,%s,2%n".formatted(action, target, number(one, "propensity", BigDecimal.ZERO)));
            weights.append("C-%s,%s,context,%s,Given%n"
                    .formatted(action, target, number(one, "contextWeight", BigDecimal.ONE)));
            weights.append("L-%s,%s,lever,%s,Given%n".formatted(action, target, number(one, "lever", BigDecimal.ONE)));
        }
        Files.writeString(playbook.resolve("playbook.yaml"), """
            format: filorosso/v1
            name: arbitration
            title: Arbitration
            timezone: UTC
            currency: EUR
            languages: [en]
            purposes: [marketing]
            arbitration: {propensity: prior}
            """);
        Files.writeString(
                playbook.resolve("channels.csv"), "channel,direction,consent,placements\nweb,inbound,,best:500\n");
        Files.writeString(playbook.resolve("actions.csv"), actions);
        Files.writeString(playbook.resolve("treatments.csv"), treatments);
        Files.writeString(playbook.resolve("propensity.csv"), propensity);
        Files.writeString(playbook.resolve("arbitration.csv"), weights);
    }

    /** A factor less where it counts from, in plain figures. */
    private static String number(JsonNode candidate, String factor, BigDecimal from) {
        return new BigDecimal(candidate.get(factor).asString()).subtract(from).toPlainString();
    }
}
