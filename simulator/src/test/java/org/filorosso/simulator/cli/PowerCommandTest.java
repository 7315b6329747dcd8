package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazard: a plan that answers another question than the one asked. */
class PowerCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--metric proportion --baseline 0.05 --effect 0.01|\"nControl\" : 8158,",
                "--metric proportion --baseline 0.05 --effect 0.01|\"formula\" : \"pooled\",",
                "--metric proportion --baseline 0.2 --effect 0.05 --formula baseline|\"nControl\" : 1031,",
                "--metric proportion --baseline 0.5 --effect 0.25 --n 50|\"power\" : 0.740165",
                "--metric proportion --baseline 0.5 --n 50|\"minimumDetectableEffect\" : 0.26",
                "--metric mean --sd 1 --effect 1 --power 0.9|\"nControl\" : 23,",
                "--metric mean --sd 1 --effect -1 --power 0.9|\"minimumDetectableEffect\" : -1.0,",
                "--metric mean --sd 10 --baseline 50 --n 400 --ratio 9|\"nTreatment\" : 3600,",
                "--metric proportion --baseline 0.05 --effect 0.01 --daily 500|\"days\" : 33",
                "--metric proportion --baseline 0.05 --effect 0.01 --arms 4|\"total\" : 43528,"
            })
    void twoGiveTheThird(String options, String told) {
        Run run = Run.of("power --format json " + options);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(told);
    }

    @Test
    void peopleReadASentence() {
        assertThat(Run.of("power --metric proportion --baseline 0.05 --effect 0.01 --daily 500")
                        .out())
                .isEqualTo("8,158 units of control and 8,158 (16,316 in all, which takes 33 days) find a difference of"
                        + " +0.01 (+20.0%) in 80.0% of tests, at an error of 5%, by the formula \"pooled\".\n");
        assertThat(Run.of("power --format csv --metric mean --sd 1 --effect 1").out())
                .startsWith("nControl,nTreatment,formula,power,")
                .contains("\n17,17,t,0.8,1.0,,0.05,2,34,\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--metric proportion --effect 0.01|'--baseline=X'",
                "--metric mean --effect 1|'--sd=X'",
                "--metric proportion --baseline 0.05|--n or --effect is needed",
                "--metric proportion --baseline 0.05 --n 5 --effect 0.1 --power 0.8|one too many",
                "--metric proportion --baseline 0.95 --effect 0.1|is not above 0 and below 1",
                "--metric proportion --baseline 0.5 --effect 0.1 --formula poled|Maybe \"pooled\"",
                "--metric proportion --baseline 0.5 --n 2 --power 0.99|no effect has this power",
                "--metric proportion --baseline 0.5 --effect 0.1 --alpha 0|is not above 0",
                "--metric proportion --baseline 0.5 --effect 0|is no difference"
            })
    void whatCannotBePlannedIsWrongUsage(String options, String message) {
        Run run = Run.of("power " + options);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
