package org.filorosso.simulator.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: credit goes to the wrong channel, is lost, or is given twice. */
public class AttributionVectorsTest {

    public static Vectors vectorsOfOthers() {
        return Vectors.of("attribution.json")
                .run("attr/heuristics_PathData", AttributionVectorsTest::heuristics)
                .run("attr/heuristics_small", AttributionVectorsTest::small)
                .run("attr/markov_PathData", AttributionVectorsTest::markov)
                .run("shapley/airport", AttributionVectorsTest::airport)
                .leaveOut("attr/", "its simulated figures are held by the exact chain where there are enough of them")
                .leaveOut("shapley/", "another game by the same definition");
    }

    @TestFactory
    Stream<DynamicTest> ofOthers() throws Exception {
        return vectorsOfOthers().tests();
    }

    private static JsonNode command(JsonNode vector, String model) {
        Run run = Run.of(
                "attribute --format json --path path --conversions total_conversions --nulls total_null"
                        + " --value total_conversion_value --model " + model + " --paths",
                Vectors.data(vector.get("inputs").get("file").asString()));
        assertThat(run.err()).isEmpty();
        return JsonMapper.builder().build().readTree(run.out()).get("channels");
    }

    private static void heuristics(JsonNode vector) {
        for (String model : new String[] {"first", "last", "linear"}) {
            JsonNode channels = command(vector, model);
            for (JsonNode expected : vector.get("expected")) {
                JsonNode channel = channels.get(expected.get("channel_name").asString());
                Vectors.close(
                        vector,
                        expected.get(model + "_touch_conversions"),
                        channel.get("conversions").asDouble());
                Vectors.close(
                        vector,
                        expected.get(model + "_touch_value"),
                        channel.get("value").asDouble());
            }
        }
    }

    private static void small(JsonNode vector) {
        List<ContactPath> paths = new ArrayList<>();
        for (JsonNode row : vector.get("inputs").get("paths")) {
            paths.add(path(
                    row.get(0).asString(), row.get(1).asDouble(), row.get(2).asDouble(), 0));
        }
        for (ByPosition model : new ByPosition[] {ByPosition.FIRST, ByPosition.LAST, ByPosition.LINEAR}) {
            Map<String, Credit> credits = model.credits(paths);
            vector.get("expected").propertyStream().forEach(channel -> {
                JsonNode expected = channel.getValue().get(model.name().toLowerCase(java.util.Locale.ROOT));
                Vectors.close(
                        vector, expected.get(0), credits.get(channel.getKey()).conversions());
                Vectors.close(
                        vector, expected.get(1), credits.get(channel.getKey()).value());
            });
        }
    }

    /** The reference is simulated: only channels with more than 100 conversions have settled. */
    private static void markov(JsonNode vector) {
        JsonNode channels = command(vector, "markov");
        Percentage allowed =
                Percentage.withPercentage(100 * vector.get("tolerance_relative").asDouble());
        int held = 0;
        for (JsonNode expected : vector.get("expected").get("result")) {
            JsonNode channel = channels.get(expected.get("channel_name").asString());
            if (expected.get("total_conversions").asDouble() > 100) {
                assertThat(channel.get("conversions").asDouble())
                        .isCloseTo(expected.get("total_conversions").asDouble(), allowed);
                assertThat(channel.get("value").asDouble())
                        .isCloseTo(expected.get("total_conversion_value").asDouble(), allowed);
                held++;
            }
        }
        for (JsonNode expected : vector.get("expected").get("removal_effects")) {
            JsonNode channel = channels.get(expected.get("channel_name").asString());
            if (expected.get("removal_effects_conversion").asDouble() > 0.01) {
                assertThat(channel.get("removalEffect").asDouble())
                        .isCloseTo(expected.get("removal_effects_conversion").asDouble(), allowed);
            }
        }
        assertThat(held).isGreaterThan(8);
    }

    private static void airport(JsonNode vector) {
        double[] costs = Vectors.numbers(vector.get("inputs").get("costs"));
        double[] phi = Shapley.value(costs.length, set -> {
            double most = 0;
            for (int i = 0; i < costs.length; i++) {
                most = (set & 1 << i) != 0 ? Math.max(most, costs[i]) : most;
            }
            return most;
        });
        for (int i = 0; i < phi.length; i++) {
            Vectors.close(vector, vector.get("expected").get("phi").get(i), phi[i]);
        }
    }

    private static ContactPath path(String channels, double conversions, double value, double nulls) {
        return new ContactPath(List.of(channels.split(" > ")), null, conversions, value, nulls);
    }

    private static final List<ContactPath> SHOP = List.of(
            path("email > web > phone", 3, 300, 10),
            path("web", 5, 250, 40),
            path("email > email", 1, 90, 30),
            path("phone > web", 2, 80, 5));

    @Test
    void everyModelGivesAwayAllThereIs() {
        for (Attribution model : new Attribution[] {
            ByPosition.FIRST,
            ByPosition.LAST,
            ByPosition.LINEAR,
            ByPosition.TIME_DECAY,
            ByPosition.POSITION,
            new MarkovChain(1),
            new MarkovChain(2),
            new MarkovChain(3),
            new Shapley(1)
        }) {
            Map<String, Credit> credits = model.credits(SHOP);

            assertThat(credits.values().stream()
                            .mapToDouble(Credit::conversions)
                            .sum())
                    .isCloseTo(11, within(1e-9));
            assertThat(credits.values().stream().mapToDouble(Credit::value).sum())
                    .isCloseTo(720, within(1e-9));
            assertThat(credits).containsOnlyKeys("email", "web", "phone");
        }
    }

    @Test
    void timeDecayHalvesInAWeekAndPositionIsFortyTwentyForty() {
        ContactPath path = new ContactPath(List.of("a", "b", "c"), List.of(21.0, 14.0, 7.0), 7, 0, 0);

        assertThat(ByPosition.TIME_DECAY.credits(List.of(path)).get("a").conversions())
                .isCloseTo(1, within(1e-12));
        assertThat(ByPosition.TIME_DECAY.credits(List.of(path)).get("c").conversions())
                .isCloseTo(4, within(1e-12));
        assertThat(ByPosition.POSITION.credits(List.of(path)).get("b").conversions())
                .isCloseTo(1.4, within(1e-12));
        assertThat(ByPosition.POSITION
                        .credits(List.of(path("a > b", 1, 0, 0)))
                        .get("a")
                        .conversions())
                .isEqualTo(0.5);
    }

    /** Start to a, to b or nothing; b converts half of who comes: by hand, with a 1/3, b 1/3, without b nothing. */
    @Test
    void aChainByHand() {
        List<ContactPath> paths = List.of(path("a > b", 1, 10, 1), path("a", 0, 0, 1));
        Map<String, Credit> credits = new MarkovChain(1).credits(paths);

        assertThat(credits.get("a").removalEffect()).isCloseTo(1, within(1e-12));
        assertThat(credits.get("b").removalEffect()).isCloseTo(1, within(1e-12));

        Map<String, Credit> either = new MarkovChain(1).credits(List.of(path("a", 1, 1, 3), path("b", 3, 3, 1)));
        assertThat(either.get("a").removalEffect()).isCloseTo(0.25, within(1e-12));
        assertThat(either.get("b").removalEffect()).isCloseTo(0.75, within(1e-12));
    }

    /** By order one, who saw web before email converts as often as who saw only email; by order two he does not. */
    @Test
    void aLongerMemoryTellsOrdersApart() {
        List<ContactPath> paths = List.of(path("web > email", 9, 9, 1), path("email", 1, 1, 9));

        assertThat(new MarkovChain(1).credits(paths).get("web").removalEffect()).isCloseTo(0.5, within(1e-12));
        assertThat(new MarkovChain(2).credits(paths).get("web").removalEffect()).isCloseTo(0.9, within(1e-12));
    }

    /** Wikipedia's glove game: one left glove, two right ones. */
    @Test
    void theGloveGame() {
        double[] value = Shapley.value(3, set -> (set & 4) != 0 && (set & 3) != 0 ? 1 : 0);

        assertThat(value[0]).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(value[2]).isCloseTo(4 / 6.0, within(1e-12));
    }

    @Test
    void beyondTwelveChannelsASampleIsCloseAndRepeats() {
        List<ContactPath> paths = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            paths.add(path("c" + i + " > c" + (i + 1) % 13 + " > c0", 10, 100, 5));
        }
        Map<String, Credit> credits = new Shapley(7).credits(paths);

        // c5 is in two paths of three channels
        assertThat(credits.get("c5").conversions()).isCloseTo(20 / 3.0, within(0.15));
        assertThat(credits).isEqualTo(new Shapley(7).credits(paths));
    }
}
