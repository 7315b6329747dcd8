package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: each command works, and what one writes the next cannot read. */
class WholeWayTest {

    @TempDir
    Path folder;

    @Test
    void aNewPlaybookIsValidPassesConvertsAndComesBack() throws IOException {
        Path mine = folder.resolve("mine");
        Path workbook = folder.resolve("mine.xlsx");
        Path back = folder.resolve("back");

        assertThat(Run.of("init", mine).code()).isZero();
        assertThat(Run.of("test", mine, "--coverage", folder.resolve("coverage.html"))
                        .code())
                .isZero();
        assertThat(Run.of("convert", mine, "--to", workbook).code()).isZero();
        assertThat(Run.of("convert", workbook, "--to", back).code()).isZero();

        String revision = Run.of("validate", mine).out();
        assertThat(revision).contains("valid, 0 errors");
        assertThat(Run.of("validate", workbook).out()).isEqualTo(revision);
        assertThat(Files.readString(back.resolve("engagement.csv")))
                .isEqualTo(Files.readString(mine.resolve("engagement.csv")));
        assertThat(Files.readString(folder.resolve("coverage.html"))).startsWithIgnoringCase("<!DOCTYPE html>");
    }

    @Test
    void initNeverWritesIntoSomething() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "precious");

        Run run = Run.of("init", folder);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("is not an empty folder");
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void programsGetTheSameProblemsAsPeople() {
        assertThat(Run.of("validate --format json", Run.SHOP).out())
                .contains("\"valid\":true,\"errors\":0,")
                .contains("\"code\":\"PB-907\",\"severity\":\"warning\",\"file\":\"attributes.csv\",\"line\":5");
        assertThat(Run.of("validate --format csv", Run.SHOP).out())
                .startsWith(
                        "code,severity,file,line,column,cell,message,hint\nPB-907,warning,attributes.csv,5,name,senior,");
        assertThat(Run.of("test --format json", Run.SHOP).out())
                .contains("\"passed\":1,\"failed\":0,")
                .contains("\"name\":\"A newcomer is offered the app\"");
        assertThat(Run.of("test --format csv", Run.SHOP).out())
                .contains("A newcomer is offered the app,tests/stories.yaml:1,yes,,,,\n");
    }

    @Test
    void theDoctorFindsThisMachineWell() {
        Run run = Run.of("doctor");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("java")
                .contains("drools")
                .contains("heap")
                .doesNotContain("WRONG", "${");
    }

    @Test
    void completionNamesEveryCommand() {
        String script = Run.of("completion zsh").out();

        Commands.ALL.forEach(command -> assertThat(script)
                .contains(
                        command.getAnnotation(picocli.CommandLine.Command.class).name()));
    }

    @Test
    void whoIsNotInTheFileIsBadInput() {
        Run run = Run.of("explain --channel counter --customer Zoë --customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("there is no customer \"Zoë\"").contains("\"zoe\"");
    }

    @Test
    void aRunShowsHowFarItIsToPeopleOnly() {
        String[] decide = {
            "decide",
            Run.SHOP,
            "--channel",
            "counter",
            "--out",
            folder.resolve("o").toString(),
            "--customers",
            Run.CUSTOMERS
        };

        assertThat(Run.of(true, Map.of(), decide).err())
                .contains("\r")
                .contains("% ")
                .contains(" left");
        assertThat(Run.of(false, Map.of(), decide).err()).doesNotContain("\r");
    }

    @Test
    void builtInEventsAreTakenUndeclared() throws IOException {
        Path events = folder.resolve("e.csv");
        Files.writeString(
                events,
                "id,at,event,key,score,purpose,product,amount\nzoe,2026-03-01,survey,,9,,,\nzoe,2026-03-01,churn,,,,,\n"
                        + "zoe,2026-03-01,opt-out,,,marketing,,\nzoe,2026-03-01,purchase,p-1,,,bike,12.5\n");

        Run run = Run.of(
                "decide -q --channel counter --at 2026-03-02 --events", events, "--customers", Run.CUSTOMERS, Run.SHOP);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }
}
