package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazard: a budget is moved by figures that nobody asked for. */
class AttributeCommandTest {
    private static final String COLUMNS = " --path path --conversions bought --nulls not --value worth --paths";

    @TempDir
    private Path folder;

    private Path file(String more) throws IOException {
        return Files.writeString(
                folder.resolve("paths.csv"),
                "path,bought,not,worth,days\nemail > web,4,6,40,7 > 0\nweb,1,9,10,0\nemail > web,1,0,10,14 > 7\n"
                        + more);
    }

    @Test
    void programsGetTheNamesOfTheContract() throws IOException {
        assertThat(Run.of("attribute --format json --model markov" + COLUMNS, file(""))
                        .out())
                .contains("\"model\" : \"markov\"")
                .contains("\"channels\" : {\n    \"email\" : {\n      \"conversions\" : ")
                .contains("\"value\" : ")
                .contains("\"removalEffect\" : ");
    }

    @Test
    void peopleReadASentence() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.csv"), "channel,cost\nemail,10\nweb,20\n");

        assertThat(Run.of(
                                "attribute --model last --costs",
                                costs,
                                "--path",
                                "path",
                                "--conversions",
                                "bought",
                                "--value",
                                "worth",
                                "--paths",
                                file(""))
                        .out())
                .startsWith("web is credited with most: 100.0% of 6 conversions, by the model \"last\".")
                .contains("only a holdout tells")
                .contains("+200.0%");
        assertThat(Run.of("attribute --format csv --model linear" + COLUMNS, file(""))
                        .out())
                .contains("\nemail,2.5,25.0,,,,\nweb,3.5,35.0,,,,\n");
    }

    @Test
    void timesDecideWhereTheyAreKnown() throws IOException {
        assertThat(Run.of("attribute --format csv --model time-decay --days days" + COLUMNS, file(""))
                        .out())
                .contains("\nemail,1.66666");
        assertThat(Run.of("attribute --format csv --model time-decay" + COLUMNS, file(""))
                        .out())
                .contains("\nemail,2.37632");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|--model marcov|Maybe \"markov\"?",
                "2|--model markov --order 9|is not between 1 and 4",
                "4|--model first --days dys|Maybe \"days\"?"
            })
    void whatIsWrongIsSaid(int code, String options, String message) throws IOException {
        Run run = Run.of("attribute " + options + COLUMNS, file(""));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }

    @Test
    void badPathsAreToldAndSkipped() throws IOException {
        Path costs = Files.writeString(folder.resolve("costs.csv"), "channel,cost\nemial,10\n");
        Run run = Run.of(
                "attribute --model first --days days --costs " + costs + COLUMNS,
                file("email > > web,1,1,1,1 > 1 > 1\nweb,-1,0,0,0\nemail > web,1,0,0,3\n"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("paths.csv:5: column \"path\"")
                .contains("paths.csv:6: column \"bought\": \"-1.0\": is less than 0")
                .contains("paths.csv:7: column \"days\": \"3\": does not give the days of 2 contacts")
                .contains(
                        "costs.csv:2: column \"channel\": \"emial\": is in no path. Maybe one of \"email\", \"web\".");
    }
}
