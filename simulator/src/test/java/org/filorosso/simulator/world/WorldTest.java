package org.filorosso.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.history.History;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.simulator.simulation.Market;
import org.filorosso.simulator.world.World.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers do is the sum of the rows they match. */
class WorldTest {
    private static final WorldReader.Trait KEEN = new WorldReader.Trait("keen", "customer", "number");

    @TempDir
    private Path temp;

    private WorldReader.Understood read(Problems problems, String rows) throws Exception {
        Loaded loaded = PlaybookReader.read(Market.FOLDER, LocalDate.of(2026, 3, 2));
        Path file = temp.resolve("world.csv");
        Files.writeString(file, rows);
        List<WorldReader.Trait> traits = new ArrayList<>(List.of(KEEN));
        traits.addAll(ContactTrait.traits());
        return WorldReader.read(loaded.sheets(), List.of(), WorldReader.sheet(file, problems), traits, problems);
    }

    private World world(String rows, boolean builtIn) throws Exception {
        Problems problems = new Problems();
        WorldReader.Understood read = read(problems, rows);
        assertThat(problems.all()).isEmpty();
        return World.of(Objects.requireNonNull(read), builtIn);
    }

    private static World.Look look(World world, Map<String, Object> attributes, Map<String, Object> contact) {
        Map<String, Dated> dated = new HashMap<>();
        attributes.forEach((name, value) -> dated.put(name, Dated.of(value)));
        Subject subject = new Subject(
                "x", null, null, dated, Map.of(), List.of(), java.util.Set.of(), History.NONE, History.NONE, null);
        return world.look(
                subject,
                new Request(
                        "i",
                        Instant.parse("2026-03-02T09:00:00Z"),
                        "desk",
                        Direction.INBOUND,
                        List.of(),
                        contact,
                        null,
                        Explain.NONE));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Hazard: effects are multiplied, forgotten, or taken from rows that do not match. */
    @Test
    void addsUpLogOddsOfTheRowsThatMatch() throws Exception {
        World world = world("""
            id,target,outcome,effect,plan,age
            W-1,*,accepted,-1,,
            W-2,Offer/Plain,accepted,0.5,large,
            W-3,Offer/Plain/alpha,accepted,0.25 * keen,,
            W-4,*,accepted,7,,> 90
            W-5,Offer/Rare,accepted,9,,
            """, true);
        World.Look look = look(
                world, Map.of("plan", "large", "age", BigDecimal.valueOf(45), "keen", BigDecimal.valueOf(2)), Map.of());

        assertThat(look.probability(Event.ACCEPTED, 0)).isCloseTo(logistic(-1 + 0.5 + 0.25 * 2), within(1e-12));
        assertThat(look.probability(Event.ACCEPTED, 1)).isCloseTo(logistic(-1 + 0.5), within(1e-12));
        assertThat(look.stage()).isEqualTo("grown");
    }

    /** Hazard: of what nobody speaks happens half of the time, as log-odds of 0 would have it. */
    @Test
    void whatNoRowSpeaksOfDoesNotHappen() throws Exception {
        World world = world("id,target,outcome,effect,age\nW-1,*,accepted,1,> 90\n", true);

        assertThat(look(world, Map.of("age", BigDecimal.TEN), Map.of()).probability(Event.ACCEPTED, 0))
                .isZero();
        assertThat(look(world, Map.of(), Map.of()).probability(Event.CHURN, 0)).isZero();
    }

    /** Hazard: an assumption stays in where it was to be left out, whichever way it is written. */
    @Test
    void leavesBuiltInEffectsOut() throws Exception {
        String rows = """
            id,target,outcome,effect,recent contacts,when
            W-1,*,accepted,-1,,
            B-1,*,accepted,-0.5 * recent contacts,,
            B-2,*,accepted,3,> 1,
            B-3,*,accepted,5,,continues
            """;
        Map<String, Object> contact = Map.of("recent contacts", BigDecimal.valueOf(2), "continues", true);

        assertThat(look(world(rows, true), Map.of(), contact).probability(Event.ACCEPTED, 0))
                .isCloseTo(logistic(-1 - 1 + 3 + 5), within(1e-12));
        assertThat(look(world(rows, false), Map.of(), contact).probability(Event.ACCEPTED, 0))
                .isCloseTo(logistic(-1), within(1e-12));
    }

    /** Hazard: the short way, one look for all offers, sees something else than a look for each. */
    @Test
    void oneLookForAllOffersSeesWhatALookForEachSees() throws Exception {
        World world = world("id,target,outcome,effect\nW-1,*,accepted,if incoherent then -rank else rank\n", true);
        World.Look any = look(world, Map.of(), Map.of("incoherent", false, "rank", BigDecimal.ONE));

        assertThat(world.matchesByOffer()).isFalse();
        for (boolean incoherent : new boolean[] {true, false}) {
            for (int rank = 1; rank < 4; rank++) {
                BigDecimal place = BigDecimal.valueOf(rank);
                World.Look own = look(world, Map.of(), Map.of("incoherent", incoherent, "rank", place));
                assertThat(any.with(incoherent, false, place).probability(Event.ACCEPTED, 0))
                        .isEqualTo(own.probability(Event.ACCEPTED, 0));
            }
        }
        assertThat(world("id,target,outcome,effect,rank\nW-1,*,accepted,1,> 1\n", true)
                        .matchesByOffer())
                .isTrue();
    }

    /** Hazard: a mistyped world is half understood. */
    @Test
    void tellsEverythingThatIsWrong() throws Exception {
        Problems problems = new Problems();
        WorldReader.Understood read = read(problems, """
            id,target,outcome,effect,plan,haste
            W-1,Offer/Plain/alfa,accepted,1,,
            W-2,*,acepted,1,,
            W-3,*,accepted,,huge,
            W-4,Offer,churn,1,,
            """);

        assertThat(read).isNull();
        assertThat(problems.toString())
                .contains("world.csv:2: column \"target\"", "Offer/Plain/alpha")
                .contains("world.csv:3: column \"outcome\"", "accepted")
                .contains("world.csv:4: column \"effect\"")
                .contains("huge")
                .contains("haste")
                .contains("who leaves does not answer to an action");
    }
}
