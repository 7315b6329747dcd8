package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: an analyst is told the wrong winner, or not told what is wrong with his data. */
class CompareCommandTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static JsonNode json(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    /** Two arms of 400: 80 of control buy, of the other as many as told; each spends as it bought. */
    private static String rows(int buyers) {
        StringBuilder text = new StringBuilder("id,group,bought,spend,visits,before,region\n");
        for (int i = 0; i < 800; i++) {
            boolean control = i % 2 == 0;
            boolean bought = i / 2 < (control ? 80 : buyers);
            text.append(String.format(
                    "u%d,%s,%d,%d,%d,%d,%s%n",
                    i,
                    control ? "old" : "new",
                    bought ? 1 : 0,
                    bought ? 10 + i % 7 : 0,
                    1 + i % 3,
                    i % 5 + (bought ? 2 : 0),
                    i % 4 < 2 ? "north" : "south"));
        }
        return text.toString();
    }

    @Test
    void peopleReadTheVerdictFirst() throws IOException {
        Run run = Run.of("compare --arm group --control old --metric bought --data", file(rows(140)));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("new is above old in bought by 0.15 (75.0%), 95% interval of the difference +0.08838 to"
                        + " +0.2101.\n")
                .contains("Sizes as they should be: old 400, new 400")
                .contains("Note: ")
                .contains("bought  new ");
    }

    @Test
    void noDifferenceIsSaidAsSuch() throws IOException {
        Run run = Run.of("compare --arm group --control old --metric bought --data", file(rows(82)));

        assertThat(run.out()).startsWith("No difference to old is shown in bought (new: the data allow -0.05");
    }

    @Test
    void programsGetTheNamesOfTheContract() throws IOException {
        JsonNode report = json(Run.of(
                "compare --format json --arm group --control old --metric bought:proportion --metric spend:mean"
                        + " --metric spend/visits:ratio --covariate before --segment region --correction holm --data",
                file(rows(140))));
        JsonNode one = report.get("comparisons").get(0);

        assertThat(report.get("srm").propertyNames()).contains("chiSquare", "df", "pValue");
        assertThat(report.get("comparisons")).hasSize(3);
        assertThat(one.propertyNames())
                .contains(
                        "metric", "type", "arm", "control", "n", "nControl", "estimate", "controlEstimate", "absolute")
                .contains("relative", "statistic", "df", "pValue", "adjustedPValue", "varianceReduction");
        assertThat(one.get("absolute").propertyNames()).containsExactly("lift", "se", "low", "high");
        assertThat(report.get("segments")).hasSize(2);
        assertThat(report.get("segments").get(0).get("exploratory").asBoolean()).isTrue();
        assertThat(one.get("varianceReduction").asDouble()).isBetween(0.05, 1.0);
    }

    @Test
    void armsOfTheWrongSizesHeadTheReport() throws IOException {
        Path data = file(rows(140));

        assertThat(Run.of("compare --arm group --control old --metric bought --expected old=0.4,new=0.6 --data", data)
                        .out())
                .startsWith("Do not read these results: the arms have not the sizes they should have");
        assertThat(Run.of("compare --arm group --control old --metric bought --expected old=1,neu=1 --data", data)
                        .err())
                .contains("\"neu\"")
                .contains("Maybe \"new\"");
    }

    @Test
    void aGuardrailStopsAWinner() throws IOException {
        Path data = file(rows(140));
        JsonNode report = json(Run.of(
                "compare --format json --arm group --control old --metric bought --guardrail spend:0.5"
                        + " --guardrail visits:0.5 --guardrail spend:-5% --data",
                data));

        assertThat(report.get("verdict").asString()).contains("above old").contains("breaks its guardrail: spend");
        assertThat(report.get("guardrails"))
                .extracting(one -> one.get("verdict").asString())
                .containsExactly("broken", "kept", "kept");
    }

    @Test
    void rowsOfAUnitAreAddedUpAndUnitsInTwoArmsAreLeftOut() throws IOException {
        StringBuilder text = new StringBuilder("customer,arm,bought,spend\n");
        for (int i = 0; i < 60; i++) {
            text.append("c").append(i).append(i % 2 == 0 ? ",a," : ",b,").append(i % 3 == 0 ? "1,5\n" : "0,0\n");
            text.append("c").append(i).append(i % 2 == 0 ? ",a," : ",b,").append(i % 5 == 0 ? "1,7\n" : "0,1\n");
        }
        text.append("c0,b,1,9\n");

        Run run = Run.of(
                "compare --format json --unit customer --arm arm --control a --metric bought:proportion"
                        + " --metric spend --data",
                file(text.toString()));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("\"c0\": stands in more than one arm. Maybe --paired");
        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(report.get("srm").get("arms").get("a").asInt()).isEqualTo(29);
        assertThat(report.get("comparisons").get(0).get("n").asInt()).isEqualTo(30);
        // of the odd: multiples of 3 or 5 below 60 are 14 of 30
        assertThat(report.get("comparisons").get(0).get("estimate").asDouble()).isCloseTo(14 / 30.0, within(1e-12));
    }

    @Test
    void pairsAreComparedUnitByUnit() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("customer,arm,value\n");
        for (int i = 0; i < 100; i++) {
            double own = 100 * random.nextDouble();
            text.append("c").append(i).append(",a,").append(own).append('\n');
            text.append("c")
                    .append(i)
                    .append(",b,")
                    .append(own + 1 + random.nextDouble())
                    .append('\n');
        }
        Path data = file(text.toString());

        JsonNode paired = json(Run.of(
                "compare --format json --paired --unit customer --arm arm --control a --metric value --data", data));
        JsonNode unpaired = json(Run.of("compare --format json --arm arm --control a --metric value --data", data));

        assertThat(paired.get("comparisons").get(0).get("pValue").asDouble()).isLessThan(1e-20);
        assertThat(paired.get("comparisons").get(0).get("df").asDouble()).isEqualTo(99);
        assertThat(unpaired.get("comparisons").get(0).get("pValue").asDouble()).isGreaterThan(0.1);
    }

    private Path pairs(int differing) throws IOException {
        StringBuilder text = new StringBuilder("customer,arm,value,bought\n");
        for (int i = 0; i < 40; i++) {
            double own = i / 3.0;
            text.append("c%d,a,%s,%d%n".formatted(i, own, i % 2));
            text.append("c%d,b,%s,%d%n".formatted(i, i < differing ? own + 1 : own, i % 2));
        }
        return file(text.toString());
    }

    /** Hazard: where all pairs are equal the data are said to allow anything, and a guardrail that nothing touches is not kept. */
    @ParameterizedTest
    @ValueSource(strings = {"fixed", "sequential", "bayesian"})
    void saysThatNoPairDiffers(String method) throws IOException {
        String command =
                "compare --paired --unit customer --arm arm --control a --metric value --metric bought:proportion"
                        + " --guardrail value:-1 --guardrail bought:5% --method " + method;
        Path data = pairs(0);
        JsonNode report = json(Run.of(command + " --format json --data", data));

        assertThat(report.get("comparisons")).hasSize(2).allSatisfy(one -> {
            for (String lift : new String[] {"absolute", "relative"}) {
                assertThat(one.get(lift).get("lift").asDouble(9)).isZero();
                assertThat(one.get(lift).get("low").asDouble(9)).isZero();
                assertThat(one.get(lift).get("high").asDouble(9)).isZero();
            }
            assertThat(one.get("pairs").get("n").asInt()).isEqualTo(40);
            assertThat(one.get("pairs").get("differing").asInt()).isZero();
            assertThat(one.hasNonNull("pValue")).isFalse();
        });
        assertThat(report.get("guardrails"))
                .extracting(one -> one.get("verdict").asString())
                .containsExactly("kept", "kept");
        assertThat(report.get("verdict").asString())
                .isEqualTo("No difference to a is shown in value (b: no difference in any of the 40 pairs).");
        assertThat(Run.of(command + " --data", data).out())
                .contains("no pair differs")
                .contains("there is nothing to test")
                .doesNotContain("anything");
    }

    /** Hazard: a tie is seen where a single pair differs, or in arms that are equal by chance and not pair by pair. */
    @Test
    void onePairThatDiffersIsNoTie() throws IOException {
        String command = "compare --format json --paired --unit customer --arm arm --control a --metric value --data";
        JsonNode one = json(Run.of(command, pairs(1))).get("comparisons").get(0);
        assertThat(one.get("pairs").get("differing").asInt()).isEqualTo(1);
        assertThat(one.get("absolute").get("low").asDouble()).isNegative();
        assertThat(one.get("pValue").asDouble()).isBetween(0.2, 0.4);

        JsonNode swapped = json(Run.of(command, file("customer,arm,value\nx,a,1\nx,b,2\ny,a,2\ny,b,1\n")))
                .get("comparisons")
                .get(0);
        assertThat(swapped.get("absolute").get("lift").asDouble(9)).isZero();
        assertThat(swapped.get("absolute").get("low").asDouble()).isLessThan(-1);
    }

    @Test
    void aggregatesSayTheSameAsRows() throws IOException {
        Path data = file(rows(140));
        Path summary = folder.resolve("summary.csv");
        double[][] sums = new double[2][9];
        Files.readAllLines(data).stream().skip(1).map(line -> line.split(",")).forEach(cells -> {
            double[] of = sums[cells[1].equals("old") ? 0 : 1];
            double spend = Double.parseDouble(cells[3]);
            double visits = Double.parseDouble(cells[4]);
            double before = Double.parseDouble(cells[5]);
            double[] row = {1, spend, spend * spend, visits, visits * visits, spend * visits, before, before * before};
            for (int i = 0; i < row.length; i++) {
                of[i] += row[i];
            }
            of[8] += spend * before;
        });
        StringBuilder text = new StringBuilder(
                "arm,metric,type,n,sum,sumSquares,denominatorSum,denominatorSumSquares,sumProducts,covariateSum,"
                        + "covariateSumSquares,covariateProducts\n");
        for (int arm = 0; arm < 2; arm++) {
            double[] of = sums[arm];
            String name = arm == 0 ? "old" : "new";
            text.append(String.format(
                    "%s,spend/visits,ratio,%s,%s,%s,%s,%s,%s,,,%n", name, of[0], of[1], of[2], of[3], of[4], of[5]));
            text.append(String.format(
                    "%s,spend,mean,%s,%s,%s,,,,%s,%s,%s%n", name, of[0], of[1], of[2], of[6], of[7], of[8]));
        }
        Files.writeString(summary, text);

        JsonNode aggregates = json(Run.of("compare --format json --control old --summary", summary));
        JsonNode ratio = json(
                Run.of("compare --format json --arm group --control old --metric spend/visits:ratio --data", data));
        JsonNode cuped = json(Run.of(
                "compare --format json --arm group --control old --metric spend --covariate before --data", data));

        same(aggregates.get("comparisons").get(0), ratio.get("comparisons").get(0));
        same(aggregates.get("comparisons").get(1), cuped.get("comparisons").get(0));
    }

    private static void same(JsonNode one, JsonNode other) {
        for (String name : new String[] {"pValue", "estimate", "df", "statistic"}) {
            assertThat(one.get(name).asDouble())
                    .as(name)
                    .isCloseTo(other.get(name).asDouble(), within(1e-9));
        }
        assertThat(one.get("relative").get("se").asDouble())
                .isCloseTo(other.get("relative").get("se").asDouble(), within(1e-9));
    }

    @Test
    void aControlWithoutSuccessesHasNoRelativeLift() throws IOException {
        Path summary = file("arm,metric,type,n,sum\nold,buys,proportion,100,0\nnew,buys,proportion,4741,54\n");

        JsonNode one = json(Run.of("compare --format json --control old --summary", summary))
                .get("comparisons")
                .get(0);

        assertThat(one.get("relative").get("lift").isNull()).isTrue();
        assertThat(one.get("absolute").get("high").asDouble()).isBetween(0.01, 0.02);
        assertThat(Run.of("compare --control old --expected old=2,new=98 --summary", summary)
                        .out())
                .startsWith("Too few to be sure:")
                .contains("buys of old rests on 0 successes only")
                .contains("not available");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--method sequential|pValue",
                "--method group-sequential --looks 0.5,1 --boundary pocock|pValue",
                "--method group-sequential --looks 400,800,1600|pValue",
                "--method bayesian|probabilityToBeat",
                "--sided greater|pValue",
                "--interval score|pValue",
                "--cluster region|df"
            })
    void everySchoolAnswers(String options, String told) throws IOException {
        JsonNode report = json(Run.of(
                "compare --format json --arm group --control old --metric bought --metric spend " + options + " --data",
                file(rows(150))));

        for (JsonNode one : report.get("comparisons")) {
            assertThat(one.get(told).isNull() && !told.equals("df")).isFalse();
            assertThat(one.get("absolute").get("low").asDouble()).isBetween(-1.0, 2.5);
        }
    }

    @Test
    void theLookIsTheLastThatWasReached() throws IOException {
        Path data = file(rows(150));

        JsonNode report = json(Run.of(
                "compare --format json --arm group --control old --metric bought --method group-sequential"
                        + " --looks 400,780,1600 --data",
                data));
        Run early = Run.of(
                "compare --arm group --control old --metric bought --method group-sequential --looks 900,1600 --data",
                data);

        assertThat(report.get("settings").get("look").asInt()).isEqualTo(2);
        assertThat(early.code()).isEqualTo(4);
        assertThat(early.err()).contains("800 units are fewer than the first look needs");
    }

    @Test
    void tablesForSpreadsheets() throws IOException {
        assertThat(Run.of("compare --format csv --arm group --control old --metric bought --data", file(rows(140)))
                        .out())
                .startsWith("segment,metric,type,arm,control,n,nControl,estimate,")
                .contains("\n,bought,proportion,new,old,400,400,0.35,0.2,0.1")
                .hasLineCount(2);
    }

    @Test
    void badRowsAreToldAndSkipped() throws IOException {
        Run run = Run.of(
                "compare --arm group --control old --metric bought:proportion --data",
                file(rows(140) + "x,new,2,0,1,1,north\ny,,1,0,1,1,north\nz,new,abc,0,1,1,north\nw,new,,0,1,1,north\n"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("new 400");
        assertThat(run.err())
                .contains("data.csv:802: column \"bought\": \"2.0\": is neither 0 nor 1. Maybe bought:mean.")
                .contains("data.csv:803: column \"group\": is empty")
                .contains("data.csv:804: column \"bought\": \"abc\": is no number")
                .contains("4 bad rows skipped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|--arm grup --control old --metric bougt|there is no such column. Maybe \"group\"?",
                "4|--arm group --control od --metric bought|no good row is of the control. Maybe \"old\"",
                "4|--arm id --control u1 --metric bought|has more than 100 arms",
                "2|--control old --metric bought|'--arm=COL'",
                "2|--arm group --control old|'--metric=NAME'",
                "2|--arm group --control old --metric a:ratio|is no ratio of two columns",
                "2|--arm group --control old --metric bought --guardrail spend|is no guardrail",
                "2|--arm group --control old --metric bought --method squential|Maybe \"sequential\"?",
                "2|--arm group --control old --metric bought --alpha 2|is not between 0 and 1",
                "2|--arm group --control old --metric bought --method group-sequential|the planned looks are needed",
                "2|--arm group --control old --metric bought --paired|needs '--unit=COL'",
                "2|--arm group --control old --metric bought --expected old|is no arm with a share"
            })
    void whatIsWrongIsSaidWithAWayOut(int code, String options, String message) throws IOException {
        Run run = Run.of("compare " + options + " --data", file(rows(140)));

        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBadAggregateIsRefusedWhole() throws IOException {
        Run run = Run.of(
                "compare --control old --summary",
                file("arm,metric,type,n,sum\nold,buys,proportion,100,200\nnew,buys,meen,10,5\nnew,cost,mean,10,5\n"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("data.csv:2: column \"sum\"")
                .contains("data.csv:3: column \"type\": \"meen\": is no type. Maybe \"mean\"?")
                .contains("data.csv:4: column \"sumSquares\": \"\": is no number");
    }
}
