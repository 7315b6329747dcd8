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
                .contains("\nchannel,email,2.5,25.0,,0.4166666666666667,,,,\nchannel,web,3.5,35.0,,");
    }

    @Test
    void timesDecideWhereTheyAreKnown() throws IOException {
        assertThat(Run.of("attribute --format csv --model time-decay --days days" + COLUMNS, file(""))
                        .out())
                .contains("\nchannel,email,1.66666");
        assertThat(Run.of("attribute --format csv --model time-decay" + COLUMNS, file(""))
                        .out())
                .contains("\nchannel,email,2.37632");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|--model marcov|Maybe \"markov\"?",
                "2|--model markov --order 9|is not between 1 and 4",
                "2|--model first --log x|Either '--log=DIR' or '--paths=FILE'",
                "2|--model first --playbook x|need '--log'",
                "2|--model first --window 0|is less than 1 day",
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

    /**
     * Ann is sent an email about fibre, looks at an offer of it and of data in the shop two weeks later, and takes both; later she
     * gives fibre back. Bob is sent an email and nothing follows; an offer to him that nobody showed is no contact.
     */
    private Path log() throws IOException {
        Path log = Files.createDirectory(folder.resolve("log"));
        String decision =
                "%s,2026-03-%sT10:00:00Z,%s,,shop,r1,champion,,%s,%s,best,%d,%s,Grow,Plans,T,core,0.1,%s,1,1,1,,,%s,false,%n";
        Files.writeString(
                log.resolve("decisions.csv"),
                String.join(",", org.filorosso.simulator.log.LogTable.DECISIONS.columns()) + "\n"
                        + decision.formatted("i1", "01", "ann", "email", "outbound", 1, "fibre", "80", "9")
                        + decision.formatted("i2", "15", "ann", "counter", "inbound", 1, "data", "60", "5")
                        + decision.formatted("i2", "15", "ann", "counter", "inbound", 2, "fibre", "80", "9")
                        + decision.formatted("i3", "02", "bob", "email", "outbound", 1, "data", "60", "5")
                        + decision.formatted("i4", "20", "bob", "counter", "inbound", 1, "data", "60", "5"));
        String response = "%s,2026-03-%s,%s,%s,%s,%s,%s,%s,,,%n";
        Files.writeString(
                log.resolve("responses.csv"),
                String.join(",", org.filorosso.simulator.log.LogTable.RESPONSES.columns()) + "\n"
                        + response.formatted("i1", "01T10:00:00Z", "ann", "fibre", "sent", "email", "outbound", "")
                        + response.formatted("i2", "15T10:00:00Z", "ann", "data", "presented", "counter", "inbound", "")
                        + response.formatted(
                                "i2", "15T10:00:00Z", "ann", "fibre", "presented", "counter", "inbound", "")
                        + response.formatted("i2", "15T10:05:00Z", "ann", "data", "accepted", "counter", "inbound", "")
                        + response.formatted(
                                "i2", "15T10:05:00Z", "ann", "fibre", "accepted", "counter", "inbound", "70")
                        + response.formatted(
                                "i2", "25T10:05:00Z", "ann", "fibre", "reversed", "counter", "inbound", ""));
        return log;
    }

    @Test
    void aLogIsReadAsContactsAndAcceptances() throws IOException {
        Path log = log();

        assertThat(Run.of("attribute --format csv --model linear --log", log).out())
                .isEqualTo("of,name,conversions,value,removalEffect,share,cost,costShare,costPerConversion,roi\n"
                        + "channel,counter,0.5,30.0,,0.5,,,,\nchannel,email,0.5,30.0,,0.5,,,,\n"
                        + "action,data,0.3333333333333333,20.0,,0.33333333333333337,,,,\n"
                        + "action,fibre,0.6666666666666666,40.0,,0.6666666666666667,,,,\n");
        // two weeks before: a quarter of the weight
        assertThat(Run.of("attribute --format csv --model time-decay --log", log)
                        .out())
                .contains("channel,counter,0.8", "channel,email,0.2");
        // a pause longer than the window ends the path
        assertThat(Run.of("attribute --format csv --model linear --window 10 --log", log)
                        .out())
                .contains("channel,counter,1.0", "channel,email,0.0");
        // of two who got the email one bought, and without the counter nobody would have
        assertThat(Run.of("attribute --format csv --model markov --log", log).out())
                .contains("channel,counter,0.5,30.0,1.0,", "channel,email,0.5,30.0,1.0,");
    }

    /** A contact costs what its channel says, an acceptance what was decided. */
    @Test
    void costsOfALogComeFromThePlaybook() throws IOException {
        assertThat(Run.of("attribute --format csv --model last --playbook " + Run.SHOP + " --log", log())
                        .out())
                // one contact at 0, and data was accepted at a cost of 5: 60 earned
                .contains("channel,counter,1.0,60.0,,1.0,5.0,0.996")
                .contains(",5.0,11.0\n")
                // two emails at 0.01
                .contains("channel,email,0.0,0.0,,0.0,0.02,")
                .contains("action,data,0.0,0.0,,0.0,5.01,");
    }

    @Test
    void aLogThatTellsNothingIsRefused() throws IOException {
        assertThat(Run.of("attribute --model last --log", folder).err()).contains("holds no decisions.csv");
        Path log = log();
        Files.delete(log.resolve("responses.csv"));
        Files.writeString(
                log.resolve("decisions.csv"),
                Files.readString(log.resolve("decisions.csv")).replace("outbound", "inbound"));

        Run run = Run.of("attribute --model last --log", log);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("holds no contact");
    }
}
