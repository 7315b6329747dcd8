package org.filorosso.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.engine.playbook.io.WorldRow;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.population.PopulationReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of a playbook that a world needs. */
class ReadSlotsTest {
    private static final Path TELCO = Path.of("../rules/telco");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path temp;

    /** Hazard: what is left out was read after all, by way of a segment, a formula or an effect. */
    @ParameterizedTest
    @ValueSource(strings = {"own", "segments", "products", "effects"})
    void thePartSeesWhatTheWholeSees(String world) throws Exception {
        Loaded loaded = PlaybookReader.read(TELCO, DAY);
        Population population = Objects.requireNonNull(PopulationReader.read(
                Objects.requireNonNull(loaded.sheets().population()), loaded.orThrow(), new Problems()));
        List<WorldReader.Trait> traits = new ArrayList<>(population.hidden());
        traits.addAll(ContactTrait.traits());
        Problems problems = new Problems();
        WorldReader.Understood read = WorldReader.read(
                loaded.sheets(), List.of(), WorldReader.sheet(file(world), problems), traits, problems);
        assertThat(problems.all()).isEmpty();
        Playbook whole = Objects.requireNonNull(read).playbook();
        Playbook part = ReadSlots.needed(whole, read.rows());
        assertThat(part.tables().attributes())
                .hasSizeLessThan(whole.tables().attributes().size());
        assertThat(part.tables().segments().isEmpty()).isEqualTo(!world.equals("segments"));

        Engine one = new Engine(whole, DroolsMatcher.of(whole));
        Engine other = new Engine(part, DroolsMatcher.of(part));
        Crowd crowd = new Crowd(population, loaded.orThrow(), new Draws(3));
        int matched = 0;
        for (int i = 0; i < 300; i++) {
            Subject subject = crowd.generated(i).subject();
            Engine.Seen seen = one.seen(subject, request(), State.FRESH);
            Engine.Seen again = other.seen(subject, request(), State.FRESH);
            assertThat(again.stage()).isEqualTo(seen.stage());
            for (WorldRow row : read.rows()) {
                assertThat(again.matched().get(row.row().index()))
                        .as(row.row().id())
                        .isEqualTo(seen.matched().get(row.row().index()));
                assertThat(Double.valueOf(row.effect().number(again.facts())))
                        .as(row.row().id())
                        .isEqualTo(Double.valueOf(row.effect().number(seen.facts())));
                matched += seen.matched().get(row.row().index()) ? 1 : 0;
            }
        }
        assertThat(matched).isBetween(1, 300 * read.rows().size() - 1);
    }

    private Path file(String world) throws Exception {
        return world.equals("own")
                ? TELCO.resolve("world.csv")
                : Files.writeString(
                        temp.resolve("world.csv"),
                        switch (world) {
                            case "segments" -> "id,target,outcome,effect,segments\nW-1,*,accepted,1,high bill\n";
                            case "products" -> "id,target,outcome,effect,products\nW-1,*,accepted,1,autopay\n";
                            default -> "id,target,outcome,effect,senior\nW-1,*,accepted,add ons + monthly spend,yes\n";
                        });
    }

    private static Request request() {
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        return new Request("i", at, "app", Direction.INBOUND, List.of(), Map.of(), null, Explain.NONE);
    }
}
