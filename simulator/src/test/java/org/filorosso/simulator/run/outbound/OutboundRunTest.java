package org.filorosso.simulator.run.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.run.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a run that was killed forgets or repeats something, or goes on with what is not its own. */
class OutboundRunTest {
    private static final int CUSTOMERS = 1_000;
    private static final int PIECE = 100;
    private static final ZonedDateTime TUESDAY = ZonedDateTime.parse("2026-03-03T10:00:00+01:00[Europe/Rome]");

    @TempDir
    Path folder;

    private Path customers = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("id,worth,household,consents\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            String id = i == 150 ? "c-140" : "c-" + i;
            String worth = i == 120 ? "oops" : String.valueOf(random.nextInt(90));
            rows.append(id).append(',').append(worth).append(",h-").append(i / 2);
            rows.append(random.nextBoolean() ? ",marketing\n" : ",marketing|telemarketing\n");
        }
        customers = Files.writeString(folder.resolve("c.csv"), rows);
    }

    /** What a run gives. */
    private record Result(String csv, Manifest manifest, List<String> flaws) {}

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Result run(Path out, ZonedDateTime at, boolean timed, int dies) throws FlawException {
        OutboundRun.create(out);
        StringBuilder csv = new StringBuilder();
        Flaws flaws = new Flaws();
        int[] left = {dies};
        Manifest manifest = outbound(out, at, timed).run(csv::append, flaws, new OutboundRun.Listener() {
            @Override
            public void history(long rows) {}

            @Override
            public void decided(double fraction) {
                if (--left[0] == 0) {
                    throw new Killed();
                }
            }
        });
        return new Result(
                csv.toString(),
                manifest,
                flaws.shown().stream().map(Object::toString).toList());
    }

    private OutboundRun outbound(Path out, ZonedDateTime at, boolean timed) {
        Playbook playbook =
                PlaybookReader.read(campaign(), LocalDate.of(2026, 3, 2)).orThrow();
        List<Question> questions = playbook.tables().channels().stream()
                .filter(channel -> channel.open(Direction.OUTBOUND))
                .map(channel -> new Question(at, channel, Direction.OUTBOUND, Map.of(), null, null, Explain.NONE))
                .toList();
        return new OutboundRun(
                new Engine(playbook, DroolsMatcher.of(playbook)),
                new CustomerInputs(customers, null, null, null, CustomerFile.Options.DEFAULT),
                new RunQuestion(questions, Preference.IGNORE, 1),
                new OutboundRun.Task(out, "", timed, 3, PIECE));
    }

    private static Path campaign() {
        try {
            return Path.of(Objects.requireNonNull(OutboundRunTest.class.getResource("/run/campaign"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result whole() throws FlawException {
        return run(folder.resolve("whole"), TUESDAY, true, -1);
    }

    @Test
    void aRunThatWasKilledGivesTheSameBytes() throws FlawException {
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> run(out, TUESDAY, true, 450)).isInstanceOf(Killed.class);
        assertThat(out.resolve("unfinished/plan-3.bin")).exists();
        assertThat(out.resolve("unfinished/plan-4.bin")).doesNotExist();

        Result result = run(out, TUESDAY, true, -1);

        assertThat(result).isEqualTo(whole());
        assertThat(result.flaws).hasSize(2);
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() throws FlawException {
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> run(out, TUESDAY, true, 950)).isInstanceOf(Killed.class);

        Result result = run(out, TUESDAY, true, 101);

        assertThat(result.manifest().counts().rows()).isEqualTo(CUSTOMERS);
    }

    @Test
    void aPieceThatIsNotWholeIsDecidedAgain() throws FlawException, IOException {
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> run(out, TUESDAY, true, 450)).isInstanceOf(Killed.class);
        Path piece = out.resolve("unfinished/plan-2.bin");
        byte[] bytes = Files.readAllBytes(piece);
        Files.write(piece, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(run(out, TUESDAY, true, -1)).isEqualTo(whole());
    }

    @Test
    void aRunThatGoesOnKeepsItsTimeUnlessAnotherWasAskedFor() throws FlawException {
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> run(out, TUESDAY, false, 450)).isInstanceOf(Killed.class);
        assertThatThrownBy(() -> run(out, TUESDAY.plusDays(1), true, -1))
                .isInstanceOf(FlawException.class)
                .hasMessageContaining("holds an unfinished run of other inputs or options");

        Result later = run(out, TUESDAY.plusDays(1), false, -1);

        assertThat(later.manifest().at()).isEqualTo("2026-03-03T10:00+01:00");
        assertThat(later.csv()).isEqualTo(whole().csv());
    }

    @Test
    void anotherCustomerFileIsAnotherRun() throws FlawException, IOException {
        Path out = folder.resolve("broken");
        assertThatThrownBy(() -> run(out, TUESDAY, true, 450)).isInstanceOf(Killed.class);
        Files.writeString(customers, Files.readString(customers).replace("c-999", "c-1000"));

        assertThatThrownBy(() -> run(out, TUESDAY, true, -1)).isInstanceOf(FlawException.class);
    }

    @Test
    void aHouseholdIsContactedOnceBesidesService() throws FlawException {
        Result result = whole();

        List<String> sold = result.csv
                .lines()
                .skip(1)
                .filter(line -> !line.contains(",invite,"))
                .map(line -> line.substring(2, line.indexOf(',')))
                .map(number -> "h-" + Integer.parseInt(number) / 2)
                .toList();
        assertThat(sold).isNotEmpty().doesNotHaveDuplicates();
    }
}
