package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: a script goes on after a failure, or stops after none, because the exit code lies. */
class ExitCodeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "validate",
                "test",
                "decide",
                "explain",
                "convert",
                "compare",
                "power",
                "evaluate",
                "attribute",
                "rfm",
                "clv",
                "log",
                "doctor",
                "completion"
            })
    void helpOfEveryCommandIsDone(String command) {
        Run run = Run.of(command + " --help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: filorosso " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void versionIsDone() {
        assertThat(Run.of("--version").code()).isZero();
        assertThat(Run.of("decide --version").out()).startsWith("filorosso ");
    }

    @Test
    void aMistypedCommandIsWrongUsageAndNamesItsNeighbour() {
        Run run = Run.of("valdate x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("valdate").contains("validate");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMistypedOptionIsWrongUsageAndNamesItsNeighbour() {
        Run run = Run.of("decide x --custmers y --channel z");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--custmers").contains(": --customers");
    }

    @Test
    void aMissingPlaybookIsBadInputAndNamesItsNeighbour() throws IOException {
        Files.createDirectory(folder.resolve("telco"));

        Run run = Run.of("validate", folder.resolve("telko"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("there is no such playbook").contains("\"telco\"");
    }

    @Test
    void aMissingCustomerFileIsBadInput() {
        Run run = Run.of("decide --channel counter", Run.SHOP, "--customers", folder.resolve("none.csv"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("none.csv").contains("there is no such file");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPlaybookWithErrorsIsRefusedWithAllOfThem() throws IOException {
        Files.writeString(folder.resolve("playbook.yaml"), "format: filorosso/v1\nname: BAD NAME\n");

        Run validated = Run.of("validate", folder);
        Run decided = Run.of("decide --channel counter --customers", Run.CUSTOMERS, folder);

        assertThat(validated.code()).isEqualTo(3);
        assertThat(validated.out())
                .contains("channels.csv: is missing")
                .contains("refused")
                .contains("PB-");
        assertThat(decided.code()).isEqualTo(3);
        assertThat(decided.out()).isEmpty();
        assertThat(decided.err()).contains("refused");
    }

    @Test
    void aGoldenCustomerThatFailsIsRefused() throws IOException {
        Run.of("init -q", folder.resolve("mine"));
        Path stories = folder.resolve("mine/tests/stories.yaml");
        Files.writeString(stories, Files.readString(stories).replace("stage: loyal", "stage: onboarding"));

        Run run = Run.of("test", folder.resolve("mine"));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("FAILED").contains("onboarding");
    }

    @Test
    void tooFewRowsExercisedIsRefused() {
        assertThat(Run.of("test --min-coverage 100", Run.SHOP).code()).isEqualTo(3);
        assertThat(Run.of("test --min-coverage 1", Run.SHOP).code()).isZero();
    }

    @Test
    void aBadRowAmongGoodOnesIsBadInputAtTheEnd() throws IOException {
        Path customers = folder.resolve("c.csv");
        Files.writeString(customers, "id,plan\na,smart\nb,smrt\nc,max\n");

        Run run = Run.of("decide --channel counter --format csv --customers", customers, Run.SHOP);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("\na,").contains("\nc,").doesNotContain("\nb,");
        assertThat(run.err())
                .contains("c.csv:3: column \"plan\": \"smrt\": is not one of the allowed values. Maybe \"smart\"")
                .contains("1 bad row skipped");
    }

    @Test
    void unknownNamesInOptionsAreWrongUsage() {
        assertThat(decide("--channel", "conter").err())
                .contains("\"conter\" is no channel of shop")
                .contains("\"counter\"");
        assertThat(decide("--channel", "phone").err()).contains("--direction");
        assertThat(decide("--channel", "email", "--direction", "up").err()).contains("inbound or outbound");
        assertThat(decide("--channel", "email", "--at", "tomorrow").err()).contains("\"tomorrow\" is no date");
        assertThat(decide("--channel", "email", "--context", "reason=offer").err())
                .contains("is no attribute of the context");
        assertThat(decide("--channel", "email", "--context", "reason for contact=ofer")
                        .err())
                .contains("\"offer\"");
        assertThat(decide("--channel", "email", "--language", "de").err()).contains("\"de\" is no language of shop");
        assertThat(decide("--channel", "email", "--top", "0").err()).contains("less than 1");
        assertThat(decide("--channel", "email", "--extract").err()).contains("--log DIR");
    }

    private static Run decide(String... options) {
        Object[] more = new Object[options.length + 2];
        more[0] = Run.CUSTOMERS;
        more[1] = Run.SHOP;
        System.arraycopy(options, 0, more, 2, options.length);
        Run run = Run.of("decide --customers", more);
        assertThat(run.code()).isEqualTo(2);
        return run;
    }

    @Test
    void aColourForNobodyIsNoColour() {
        String[] explain = {
            "explain",
            Run.SHOP,
            "--customers",
            Run.CUSTOMERS,
            "--channel",
            "counter",
            "--customer",
            "zoe",
            "--at",
            "2026-03-02T10:15"
        };

        assertThat(Run.of(true, Map.of(), explain).out()).contains("\u001b[");
        assertThat(Run.of(true, Map.of("NO_COLOR", "1"), explain).out()).doesNotContain("\u001b[");
        assertThat(Run.of(false, Map.of(), explain).out()).doesNotContain("\u001b[");
    }
}
