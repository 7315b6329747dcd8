package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule files are data: code in any cell, header, name or title is refused with its place, or stays the text it is, and
 * never runs. Every payload would set a property or leave a file behind.
 */
class HostilePlaybookTest {
    private static final String CANARY = "filorosso.hostile";
    private static final String SET = "System.setProperty(\"" + CANARY + "\", \"1\")";
    private static final Path LEFT = Path.of("target", "hostile-canary");
    private static final Path SHARED = Path.of("..", "..", "shared", "hostile", "tables");

    /** Code that Drools, MVEL, SpEL, FEEL, a shell, a spreadsheet or a template engine would run. */
    private static final List<String> PAYLOADS = List.of(
            SET,
            "0, eval(" + SET + "==null)",
            "\\u0022 + System.setProperty(\\u0022" + CANARY + "\\u0022\\u002c\\u00221\\u0022) + \\u0022",
            "$c.setName(\"$param\"); " + SET + ";",
            "x #{T(java.lang.System).setProperty('" + CANARY + "','1')}",
            "${" + SET + "}",
            "@{" + SET + "}",
            "external(\"java.lang.System\", \"setProperty\", [\"" + CANARY + "\", \"1\"])",
            "function(a) external {java: {class: \"java.lang.System\", method signature: \"clearProperty(java.lang.String)\"}}",
            "function(x) x",
            "(function(x) x)(1) = 1",
            "get value({a: 1}, \"a\") = 1",
            "matches(plan, \"(a+)+$\")",
            "replace(plan, \"a\", \"b\") = \"b\"",
            "split(plan, \",\")[1] = \"a\"",
            "for i in 1..1000000000 return i",
            "some x in 1..1000000000 satisfies x = 0",
            "plan instance of string",
            "(".repeat(200) + "1" + ")".repeat(200),
            "[".repeat(13) + "1" + "]".repeat(13),
            "not(".repeat(500),
            "1e999999999",
            "9".repeat(400),
            "2 ** 999999999 > 1",
            "x".repeat(2_001),
            "`touch target/hostile-canary`",
            "$(touch target/hostile-canary)",
            "; DROP TABLE subjects; --",
            "../../etc/passwd",
            "gold\u202e\u2066",
            "\u200bplan");

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void nothingRan() {
        assertThat(System.getProperty(CANARY)).isNull();
        assertThat(LEFT).doesNotExist();
    }

    private record Spot(String file, String header, String... row) {
        String with(String payload) {
            String quoted = '"' + payload.replace("\"", "\"\"") + '"';
            String cells = String.join(",", row).replace("@@", quoted);
            return header.replace("@@", quoted) + "\n" + cells + "\n"
                    + (file.equals("lifecycle.csv") ? "L,rest\n" : "");
        }
    }

    /** Where code would be read as an expression: each payload must be refused there. */
    private static final List<Spot> EXPRESSIONS = List.of(
            new Spot("lifecycle.csv", "id,stage,when", "X", "new", "@@"),
            new Spot("engagement.csv", "policy,target,effect,when,reason", "eligibility", "*", "never", "@@", "r"),
            new Spot("engagement.csv", "policy,target,effect,@@,reason", "eligibility", "*", "never", "5", "r"),
            new Spot("engagement.csv", "policy,target,effect,spend,reason", "eligibility", "*", "never", "@@", "r"),
            new Spot("engagement.csv", "policy,target,effect,plan,reason", "eligibility", "*", "never", "@@", "r"),
            new Spot("engagement.csv", "policy,target,effect,active,reason", "eligibility", "*", "never", "@@", "r"),
            new Spot("engagement.csv", "policy,target,effect,since,reason", "eligibility", "*", "never", "@@", "r"),
            new Spot("attributes.csv", "name,source,type,formula", "x,derived,boolean,@@"),
            new Spot("arbitration.csv", "target,factor,weight", "*", "context", "@@"),
            new Spot("propensity.csv", "target,prior,strength", "*", "@@", "1"),
            new Spot("prices.csv", "action,price", "more-data", "@@"),
            new Spot("kpis.csv", "kpi,formula", "k", "@@"),
            new Spot("contact-policy.csv", "target,per,outcome,limit,within", "*", "all", "sent", "1", "@@"),
            new Spot("propensity.csv", "target,prior,strength", "@@", "0.1", "1"),
            new Spot("channels.csv", "channel,direction,quiet", "app", "outbound", "@@"));

    @TestFactory
    Stream<DynamicTest> refusesCodeWhereverAnExpressionOrNameIsRead() {
        return EXPRESSIONS.stream()
                .map(spot -> DynamicTest.dynamicTest(spot.file() + " " + spot.header(), () -> refuseAll(spot)));
    }

    private void refuseAll(Spot spot) throws IOException {
        for (int i = 0; i < PAYLOADS.size(); i++) {
            Loaded loaded = read(Integer.toString(i), spot, PAYLOADS.get(i));
            assertThat(loaded.playbook()).as(PAYLOADS.get(i)).isNull();
            assertThat(loaded.problems().errors()).as(PAYLOADS.get(i)).anySatisfy(error -> {
                assertThat(error.file()).isEqualTo(spot.file());
                assertThat(error.line()).isBetween(1, 2);
                assertThat(error.column()).isNotBlank();
            });
            nothingRan();
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsCodeInTextsAsTheTextItIs() {
        Spot reason = new Spot("engagement.csv", "policy,target,effect,reason", "eligibility", "*", "never", "@@");
        return PAYLOADS.stream()
                .filter(payload -> payload.length() < 100)
                .map(payload -> DynamicTest.dynamicTest(payload, () -> {
                    Loaded loaded = read("text", reason, payload);
                    assertThat(loaded.problems().errors()).isEmpty();
                    assertThat(loaded.orThrow()
                                    .tables()
                                    .engagement()
                                    .get(0)
                                    .row()
                                    .reason()
                                    .in("en", "en"))
                            .isEqualTo(payload);
                    nothingRan();
                }));
    }

    @Test
    void acceptsTheSameSpotsWithHonestCells() throws IOException {
        List<String> honest = List.of(
                "spend > 1",
                "spend > 1",
                "spend",
                ">= 60",
                "smart",
                "yes",
                "> 2026-01-01",
                "spend > 1",
                "20%",
                "0.2",
                "7",
                "contacts",
                "P7D",
                "*",
                "20:00-09:00");
        for (int i = 0; i < honest.size(); i++) {
            assertThat(read("honest" + i, EXPRESSIONS.get(i), honest.get(i))
                            .problems()
                            .errors())
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> refusesForeignDecisionTables() throws IOException {
        if (!Files.isDirectory(SHARED)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(SHARED)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Map<String, String> base = new LinkedHashMap<>(Folders.LEAST);
                        base.put("engagement.csv", Files.readString(file));
                        Loaded loaded = read("foreign", base);
                        assertThat(loaded.playbook()).isNull();
                        assertThat(loaded.problems().errors())
                                .anyMatch(error -> error.file().equals("engagement.csv"));
                        nothingRan();
                    }));
        }
    }

    @Test
    void stopsWhereEverythingIsWrong() throws IOException {
        Map<String, String> base = new LinkedHashMap<>(Folders.LEAST);
        base.put("propensity.csv", "target,prior,strength\n" + "Nothing,0.1,1\n".repeat(20_000));
        List<Problem> errors = read("flood", base).problems().errors();
        assertThat(errors).hasSize(2_001);
        assertThat(errors.stream().filter(error -> error.code() == Code.TOO_MANY_PROBLEMS))
                .singleElement()
                .hasToString("propensity.csv:2001: here were 2,000 problems, and what follows was not looked at\n"
                        + "Maybe one fault repeats itself in every row: a missing name or a wrong separator.");
    }

    private Loaded read(String name, Spot spot, String payload) throws IOException {
        Map<String, String> base = new LinkedHashMap<>(Folders.LEAST);
        base.put(
                "attributes.csv",
                "name,source,type,values\nspend,customer,number,\nplan,customer,string,smart|max\n"
                        + "active,customer,boolean,\nsince,customer,date,\n");
        base.put("actions.csv", "issue,group,action,value\nGrow,Data,more-data,10\n");
        base.put("treatments.csv", "id,action,channel\nT1,more-data,app\n");
        base.put(spot.file(), spot.with(payload));
        if (spot.file().equals("attributes.csv")) {
            base.put("attributes.csv", spot.with(payload) + "spend,customer,number,\nplan,customer,string,\n");
        }
        return read(name, base);
    }

    private Loaded read(String name, Map<String, String> files) throws IOException {
        Path place = Files.createTempDirectory(folder, name.replaceAll("[^a-z0-9]", ""));
        return PlaybookReader.read(Folders.write(place, files), LocalDate.of(2026, 3, 1));
    }
}
