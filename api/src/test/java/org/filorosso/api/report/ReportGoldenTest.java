package org.filorosso.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hazard: a figure is not what it says. Every expected file was worked out by hand from {@link ShopHistory}, the sums as
 * noted at each test; the intervals come from a script of another language that follows the formulas of their sources.
 */
class ReportGoldenTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Playbook SHOP = ShopHistory.PLAYBOOK;
    private static final double CLOSE = 1e-6;

    private static LogStore logs(TestDatabase database) {
        return new LogStore(ShopHistory.in(database.database()));
    }

    private static SubjectStream subjects(TestDatabase database) {
        return new SubjectStream(logs(database));
    }

    private static void golden(String name, Report report) throws IOException {
        Path file = Path.of("src", "test", "resources", "report", "expected", name + ".json");
        JsonNode expected = JSON.readTree(Files.readString(file));
        same(name, expected, JSON.readTree(ReportController.written(report, RowForm.JSON)));
    }

    /** The same fields and texts, numbers to six places. */
    private static void same(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(path + " is " + actual).isTrue();
            assertThat(Math.abs(expected.asDouble() - actual.asDouble()))
                    .as(path + " is " + actual)
                    .isLessThan(CLOSE);
        } else if (expected.isContainer()) {
            assertThat(actual.isObject()).as(path + " is " + actual).isEqualTo(expected.isObject());
            assertThat(actual.propertyNames()).as(path).containsExactlyElementsOf(expected.propertyNames());
            assertThat(actual.size()).as(path + " is " + actual).isEqualTo(expected.size());
            expected.propertyNames().forEach(name -> same(path + "/" + name, expected.get(name), actual.get(name)));
            for (int i = 0; i < (expected.isArray() ? expected.size() : 0); i++) {
                same(path + "/" + i, expected.get(i), actual.get(i));
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    /**
     * Acceptances giga (V 10, cost 2) and fibre (told 18, cost 5); contacts d1, d2, d3, and d4 of which nothing was told:
     * three e-mails at 0.10 and a call at 1. Cost 2 + 5 + 0.3 + 1. Dino counts as a customer.
     */
    @ParameterizedTest
    @EnumSource
    void kpis(TestDatabase database) throws IOException {
        KpiCount count = new KpiCount(SHOP, ShopHistory.MARCH, Grouping.NONE);
        subjects(database).each("shop", ShopHistory.MARCH, count::add);
        golden("kpis", count.report(ShopHistory.ABOUT));
    }

    /** E-mail: giga 10 for 2 and three contacts at 0.10; phone: fibre 18 for 5 and one contact at 1. */
    @ParameterizedTest
    @EnumSource
    void kpisByChannel(TestDatabase database) throws IOException {
        KpiCount count = new KpiCount(SHOP, ShopHistory.MARCH, Grouping.CHANNEL);
        subjects(database).each("shop", ShopHistory.MARCH, count::add);
        golden("kpis-by-channel", count.report(ShopHistory.ABOUT));
    }

    /** The other groupings add up to the same acceptances, each row where it belongs. */
    @ParameterizedTest
    @EnumSource
    void kpisByAnythingElse(TestDatabase database) {
        SubjectStream subjects = subjects(database);
        assertThat(acceptances(subjects, Grouping.ACTION)).isEqualTo("fibre 1, giga 1, save 0");
        assertThat(acceptances(subjects, Grouping.ISSUE)).isEqualTo("Grow 2, Retain 0");
        assertThat(acceptances(subjects, Grouping.ARM)).isEqualTo("challenger 0, champion 2, holdout 0");
        assertThat(acceptances(subjects, Grouping.STAGE)).isEqualTo("any 2");
        assertThat(acceptances(subjects, Grouping.DAY)).startsWith("2026-03-01 0, 2026-03-02 1, 2026-03-03 0");
    }

    private static String acceptances(SubjectStream subjects, Grouping by) {
        KpiCount count = new KpiCount(SHOP, ShopHistory.MARCH, by);
        subjects.each("shop", ShopHistory.MARCH, count::add);
        return String.join(
                ", ",
                count.report(ShopHistory.ABOUT).results().stream()
                        .map(result -> result.key() + " " + result.totals().get("acceptances"))
                        .toList());
    }

    /** Assignment 4 + 4 in, 3 + 0 out, emptied d5; eligibility 4 + 4 + 3 in, 3 + 2 + 1 out; arbitration 3 + 2, 2 + 1. */
    @ParameterizedTest
    @EnumSource
    void funnel(TestDatabase database) throws IOException {
        FunnelCount count = new FunnelCount(Grouping.NONE, SHOP.settings().zone());
        golden("funnel", count.count(logs(database), ShopHistory.ABOUT, ShopHistory.MARCH));
    }

    @ParameterizedTest
    @EnumSource
    void funnelByArm(TestDatabase database) throws IOException {
        FunnelCount count = new FunnelCount(Grouping.ARM, SHOP.settings().zone());
        golden("funnel-by-arm", count.count(logs(database), ShopHistory.ABOUT, ShopHistory.MARCH));
    }

    /**
     * Arms: anna and bea champion, cleo challenger, dino held out; expected 2.56, 0.64, 0.80 of four, chi-square 0.1225 +
     * 0.2025 + 0.05, p = exp(-0.375 / 2). Champion 1/2: Wilson 1/2 -+ z / (2 sqrt(2 + z^2)). Challenger 0/1 less 1/2:
     * Newcombe -0.5 - sqrt(0.5^2 + (0.905469 - 0.5)^2), pooled 1/3, z = 0.5 / sqrt(2/9 * 1.5). Wording: A is anna and
     * cleo, control bea. Took something: anna of three treated, dino of one held out: caused (1/3 - 1) * 3.
     */
    @ParameterizedTest
    @EnumSource
    void experiments(TestDatabase database) throws IOException {
        ExperimentCount count = new ExperimentCount(SHOP, ShopHistory.MARCH);
        subjects(database).each("shop", ShopHistory.MARCH, count::add);
        golden("experiments", count.report(ShopHistory.ABOUT));
    }

    /** Anna accepts giga on the 2nd, is shown fibre on the 5th, 72 hours later, and takes it. */
    @ParameterizedTest
    @EnumSource
    void journeys(TestDatabase database) throws IOException {
        JourneyCount count = new JourneyCount(SHOP, ShopHistory.MARCH);
        subjects(database).each("shop", ShopHistory.MARCH, count::add);
        golden("journeys", count.report(ShopHistory.ABOUT));
    }

    /**
     * B1: 12 used of 100, 5 of it held; giga 2 and fibre 5 in 31 days, which lasts beyond March. B2: 0.50 left, three
     * e-mails 0.30 in 31 days: 51 2/3 days more are 22 May. Incremental: giga (1/3 - 0) * 3, fibre (1/3 - 1) * 3.
     */
    @ParameterizedTest
    @EnumSource
    void budgets(TestDatabase database) throws IOException {
        Database shop = ShopHistory.in(database.database());
        LogStore logs = new LogStore(shop);
        BudgetStore store = new BudgetStore(shop, logs);
        BudgetCount count = new BudgetCount(SHOP, ShopHistory.MARCH);
        new SubjectStream(logs).each("shop", ShopHistory.MARCH, count::add);
        golden(
                "budgets",
                count.report(ShopHistory.ABOUT, store.used("shop"), store.committed("shop", ShopHistory.MARCH)));
    }
}
