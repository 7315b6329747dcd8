package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: a log that cannot tell is believed. */
class EvaluateCommandTest {
    private static final String COLUMNS = " --reward click --pscore p --pi new --data";

    @TempDir
    private Path folder;

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), "click,p,new,model,policy,who\n" + rows);
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            boolean first = i % 2 == 0;
            rows.append(i % 5 == 0 ? 1 : 0).append(",0.5,").append(first ? 0.8 : 0.2);
            rows.append(",0.2,0.2,c").append(i / 4).append('\n');
        }
        return rows.toString();
    }

    @Test
    void programsGetTheNamesOfTheContract() throws IOException {
        Run run = Run.of("evaluate --format json --q model --qpi policy" + COLUMNS, file(rows()));
        JsonNode evaluation = JsonMapper.builder().build().readTree(run.out());

        assertThat(run.code()).isZero();
        assertThat(evaluation.propertyNames()).contains("n", "ess", "meanWeight", "maxWeight", "estimators", "verdict");
        assertThat(evaluation.get("estimators").propertyNames())
                .containsExactly("ips", "snips", "dm", "dr", "sndr", "switchDr");
        assertThat(evaluation.get("estimators").get("ips").propertyNames())
                .containsExactly("value", "se", "low", "high");
        assertThat(evaluation.get("verdict").asString()).isEqualTo("ok");
        assertThat(evaluation.get("meanWeight").asDouble()).isEqualTo(1);
        assertThat(evaluation.get("estimators").get("ips").get("value").asDouble())
                .isEqualTo(0.2);
    }

    @Test
    void peopleReadTheVerdictFirst() throws IOException {
        assertThat(Run.of("evaluate" + COLUMNS, file(rows())).out())
                .startsWith("The policy would have earned 0.2 (")
                .contains("200 decisions, effective sample 147.1 (73.5%)")
                .contains("needs --q and --qpi");
        assertThat(Run.of("evaluate --format csv" + COLUMNS, file(rows())).out())
                .contains("\nips,0.2")
                .contains("\ndr,,,,,200");
    }

    @Test
    void decisionsOfOneSubjectAreNotIndependent() throws IOException {
        Run run = Run.of("evaluate --format json --cluster who" + COLUMNS, file(rows()));

        assertThat(run.out()).contains("\"n\" : 200,").contains("\"clusters\" : 50,");
    }

    @Test
    void poorOverlapIsRefused() throws IOException {
        Run run = Run.of("evaluate" + COLUMNS, file(rows().replace(",0.5,0.2", ",0.5,0.7")));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("Do not trust these numbers");
    }

    @Test
    void aLogWithoutChanceIsRefused() throws IOException {
        Run run = Run.of("evaluate --format json" + COLUMNS, file(rows().replace(",0.5,", ",1,")));

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("\"verdict\" : \"deterministic log\"");
    }

    @Test
    void rowsWithoutAProbabilityAreTold() throws IOException {
        Run run = Run.of("evaluate" + COLUMNS, file(rows() + "1,0,0.5,0,0,x\n1,0.5,1.5,0,0,x\n1,,0.5,0,0,x\n"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("log.csv:202: column \"p\": \"0.0\": is no probability above 0")
                .contains("log.csv:203: column \"new\": \"1.5\": is no probability")
                .contains("log.csv:204: column \"p\": \"\": is no number")
                .contains("3 bad rows skipped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|--q model|belong together",
                "2|--switch-threshold 0|is not above 0",
                "2|--alpha 1|is not between 0 and 1",
                "4|--cluster wo|Maybe \"who\"?"
            })
    void whatIsWrongIsSaid(int code, String options, String message) throws IOException {
        Run run = Run.of("evaluate " + options + COLUMNS, file(rows()));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }
}
