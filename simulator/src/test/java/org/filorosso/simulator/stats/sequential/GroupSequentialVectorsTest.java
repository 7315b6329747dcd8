package org.filorosso.simulator.stats.sequential;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: a boundary lets through more, or less, error than rpact's. */
public class GroupSequentialVectorsTest {

    public static Vectors vectorsOfRpact() {
        return Vectors.of("group_sequential.json")
                .run("OF/", vector -> boundary(vector, Boundary.OBRIEN_FLEMING))
                .run("Pocock/", vector -> boundary(vector, Boundary.POCOCK))
                .run("LanDeMets-OF/", vector -> boundary(vector, Boundary.SPENDING_OBRIEN_FLEMING))
                .run("LanDeMets-Pocock/", vector -> boundary(vector, Boundary.SPENDING_POCOCK))
                .run("power-spending/KD2", vector -> boundary(vector, Boundary.SPENDING_POWER))
                .leaveOut("power-spending/", "alpha t^2 is the one of its family that is offered");
    }

    @TestFactory
    Stream<DynamicTest> ofRpact() throws Exception {
        return vectorsOfRpact().tests();
    }

    private static void boundary(JsonNode vector, Boundary boundary) {
        JsonNode inputs = vector.get("inputs");
        double[] information = inputs.has("information")
                ? Vectors.numbers(inputs.get("information"))
                : IntStream.rangeClosed(1, inputs.get("K").asInt())
                        .mapToDouble(look -> look / inputs.get("K").asDouble())
                        .toArray();
        Sided sided = inputs.get("sides").asInt() == 2 ? Sided.TWO : Sided.GREATER;
        Looks looks = new Looks(boundary, sided, information);
        double alpha = inputs.get("alpha").asDouble();

        held(vector, vector.get("expected").get("z"), looks.critical(alpha));
        if (vector.get("expected").has("alpha_spent")) {
            held(vector, vector.get("expected").get("alpha_spent"), looks.spent(alpha));
        }
    }

    private static void held(JsonNode vector, JsonNode expected, double... actual) {
        for (int i = 0; i < expected.size(); i++) {
            Vectors.close(vector, expected.get(i), actual[i]);
        }
    }

    public static Vectors vectorsOfSpotify() {
        return Vectors.of("spotify_confidence.json")
                .run("sp/sequential_bounds_prefix", GroupSequentialVectorsTest::prefix)
                .leaveOut("sp/powered_effect", "held by PowerVectorsTest")
                .leaveOut("sp/", "its own approximation of rpact's boundaries, which are held exactly");
    }

    @TestFactory
    Stream<DynamicTest> ofSpotify() throws Exception {
        return vectorsOfSpotify().tests();
    }

    /** Against the exact boundaries: its own are off by up to 0.014. */
    private static void prefix(JsonNode vector) {
        double[] begin = Vectors.numbers(vector.get("inputs").get("t"));
        double[] information = Arrays.copyOf(begin, begin.length + 1);
        information[begin.length] = 1;
        Looks looks = new Looks(Boundary.SPENDING_POWER, Sided.TWO, information);
        double[] critical = looks.critical(vector.get("inputs").get("alpha").asDouble());
        JsonNode expected = vector.get("expected").get("z_exact_rpact");
        double allowed = vector.get("tolerance").get("z_exact_rpact").asDouble();
        for (int i = 0; i < expected.size(); i++) {
            org.assertj.core.api.Assertions.assertThat(critical[i])
                    .isCloseTo(expected.get(i).asDouble(), org.assertj.core.api.Assertions.within(allowed));
        }
    }
}
