package org.filorosso.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of small simulations. */
class SimulationPageTest {
    private static final String SMALL = "--population 100 --days 8 --threads 1";
    private static final List<String> SECTIONS = List.of(
            "doubts",
            "figures",
            "lift",
            "time",
            "claimed",
            "funnel",
            "actions",
            "scores",
            "finder",
            "journeys",
            "sensitivity",
            "bias",
            "assumptions");
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path temp;

    private String page(Path out) throws IOException {
        return Files.readString(out.resolve("report.html"));
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Hazard: a section is lost, a link leads nowhere, an id is there twice, or the page needs a network. */
    @Test
    void isWholeAndNeedsNothingElse() throws IOException {
        Market.simulate(temp.resolve("out"), SMALL + " --baselines no-levers,no-contact", Market.FOLDER);
        String page = page(temp.resolve("out"));

        for (String section : SECTIONS) {
            assertThat(page).contains("<h2 id=\"" + section + "\"", "href=\"#" + section + "\"");
        }
        assertThat(found(" id=\"[^\"]+\"", page)).doesNotHaveDuplicates();
        assertThat(found("aria-label=\"[^\"]+\"", page)).doesNotHaveDuplicates();
        assertThat(page).doesNotContain("http:", "https:", "src=", "url(", "<script", "@import");
        assertThat(found("<svg ", page))
                .hasSameSizeAs(found("<svg [^>]*aria-labelledby=\"", page))
                .hasSizeGreaterThan(10);
        assertThat(page.length()).isLessThan(MEGABYTE);
        assertThat(page).contains("--population 100 --days 8", "SHA-256 of the customers");
    }

    /** Hazard: the page tells the control's figures as those of the playbook that is tried, or the sign is turned. */
    @Test
    void saysWhichPlaybookToPrefer() throws IOException {
        Path richer = Market.copy(temp.resolve("richer"));
        Market.change(richer, "actions.csv", text -> text.replace("alpha,Alpha,10,", "alpha,Alpha,1000,"));
        Market.simulate(temp.resolve("out"), SMALL + " --baselines none", Market.FOLDER, richer);
        Market.simulate(temp.resolve("turned"), SMALL + " --baselines none", richer, Market.FOLDER);

        assertThat(page(temp.resolve("out")))
                .containsPattern("class=\"verdict\">(Prefer|Do not roll out) richer: it claims ");
        assertThat(page(temp.resolve("turned"))).contains("class=\"verdict\">Keep richer: market claims ");
    }

    /** Hazard: a playbook tried against its twin is said to win, or the doubt is buried under the figures. */
    @Test
    void saysWhereNothingCanBeTold() throws IOException {
        Path twin = Market.copy(temp.resolve("twin"));
        Market.simulate(temp.resolve("out"), SMALL + " --baselines none", Market.FOLDER, twin);
        String page = page(temp.resolve("out"));

        assertThat(page)
                .contains("class=\"verdict\">No winner: twin and market claim the same from every customer")
                .contains("Not to be told apart in margin: twin against market");
        assertThat(page.indexOf("Not to be told apart")).isLessThan(page.indexOf("<table>"));
        assertThat(page).contains("Nothing is known of what is caused");
    }

    /** Hazard: a name of an arm or a text of the command line becomes markup. */
    @Test
    void escapesWhatOthersHaveNamed() throws IOException {
        Path hostile = Market.copy(temp.resolve("<script>alert(1)<"));
        Market.simulate(temp.resolve("out"), SMALL + " --baselines none", Market.FOLDER, hostile);

        assertThat(page(temp.resolve("out"))).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;");
    }

    /** Hazard: without logs or with nothing to compare, the page fails or is silent about what it cannot say. */
    @Test
    void saysWhatItDoesNotKnow() throws IOException {
        Market.simulate(temp.resolve("bare"), SMALL + " --baselines none --no-log", Market.FOLDER);
        String page = page(temp.resolve("bare"));

        assertThat(page)
                .contains("No verdict: market was tried alone")
                .contains("There is no other arm to compare with")
                .contains("Customers are not known, since no decision logs were written")
                .contains("Not scored");
        for (String section : SECTIONS) {
            assertThat(page).contains("<h2 id=\"" + section + "\"");
        }
    }

    /**
     * Hazard: the page tells another lift than the files, its error is not that of the verdict, or the always-valid interval is
     * narrower than the fixed one.
     */
    @Test
    void theLiftOfTheLastDayIsThatOfTheCustomers() {
        Path out = temp.resolve("out");
        Market.simulate(out, SMALL + " --baselines random,no-contact", Market.FOLDER);
        List<Map<String, String>> days = Market.rows(out.resolve("lift.csv"));

        assertThat(days).hasSize(16);
        for (String arm : List.of("random", "no-contact")) {
            Map<String, String> last = days.stream()
                    .filter(row -> arm.equals(row.get("arm")))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            double lift =
                    Market.figure(out, "market", "marginPerCustomer") - Market.figure(out, arm, "marginPerCustomer");
            assertThat(number(last, "lift")).isCloseTo(lift, within(1e-4));
            double se = number(last, "se");
            double[] own = margins(out, "market");
            double[] other = margins(out, arm);
            double[] differences = IntStream.range(0, own.length)
                    .mapToDouble(i -> own[i] - other[i])
                    .toArray();
            assertThat(se).isCloseTo(Math.sqrt(variance(differences) / own.length), within(1e-5));
            assertThat(number(last, "high") - number(last, "low")).isGreaterThan(2 * 1.96 * se);
        }
    }

    /** Hazard: what is shared out among actions or owners is more or less than what the arm causes, or claims. */
    @Test
    void theSharesOfAllActionsAreTheWhole() {
        Path owned = Market.copy(temp.resolve("owned"));
        Market.change(
                owned,
                "actions.csv",
                text -> text.replaceFirst("again\n", "again,owner\n")
                        .replace("alpha,Alpha,10,1,,,,,,yes", "alpha,Alpha,10,1,,,,,,yes,sales"));
        Path out = temp.resolve("out");
        Market.simulate(out, "--population 200 --days 20 --threads 2 --baselines no-contact --no-log", owned);
        List<Map<String, String>> shares = Market.rows(out.resolve("claimed.csv"));
        double revenue = Market.figure(out, "owned", "revenue") - Market.figure(out, "no-contact", "revenue");

        assertThat(revenue).isNotZero();
        for (String kind : List.of("action", "owner")) {
            assertThat(sum(shares, kind, "caused")).isCloseTo(revenue, within(1e-3));
            assertThat(sum(shares, kind, "claimed")).isCloseTo(Market.figure(out, "owned", "value"), within(1e-3));
            assertThat(sum(shares, kind, "presented"))
                    .isCloseTo(Market.figure(out, "owned", "presented"), within(1e-9));
        }
        assertThat(shares.stream()
                        .filter(row -> "owner".equals(row.get("kind")))
                        .map(row -> row.get("name")))
                .containsExactly("", "sales");
        assertThat(number(shares.get(0), "claimedLow")).isLessThan(number(shares.get(0), "claimed"));
    }

    private static double sum(List<Map<String, String>> shares, String kind, String column) {
        return shares.stream()
                .filter(row -> kind.equals(row.get("kind")))
                .mapToDouble(row -> number(row, column))
                .sum();
    }

    /** Hazard: a factor that is the same for all is said to decide, or one that alone decides is said to do nothing. */
    @Test
    void leavingOutWhatDecidesChangesTheWinners() throws IOException {
        Path byValue = Market.copy(temp.resolve("by-value"));
        Market.change(byValue, "playbook.yaml", text -> text.replace("adaptive", "prior"));
        Path out = temp.resolve("out");
        Market.simulate(out, SMALL + " --baselines none --no-log", byValue);
        Map<String, Map<String, String>> factors = Market.rows(out.resolve("sensitivity.csv")).stream()
                .collect(Collectors.toMap(row -> row.getOrDefault("factor", ""), row -> row));

        // every propensity is the same prior, and no row pushes; who asked for later has a weight
        assertThat(number(factors.getOrDefault("value", Map.of()), "decisions")).isGreaterThan(20);
        for (String factor : List.of("propensity", "lever")) {
            assertThat(number(factors.getOrDefault(factor, Map.of()), "changed"))
                    .as(factor)
                    .isZero();
        }
        assertThat(page(out)).contains("Winners that change", "by-value");
    }

    /** Hazard: groups that are treated differently by a rule look the same, or customers are counted twice or not at all. */
    @Test
    void tellsWhoIsOfferedWhat() throws IOException {
        Path picky = Market.copy(temp.resolve("picky"));
        Market.change(
                picky,
                "engagement.csv",
                text -> "id,target,policy,effect,plan,reason\nE-1,Offer/Plain/alpha,eligibility,never,large,No\n");
        Path out = temp.resolve("out");
        Market.simulate(out, SMALL + " --baselines none --no-log --bias plan,age", picky);
        List<Map<String, String>> rates = Market.rows(out.resolve("bias.csv"));

        assertThat(rates.stream()
                        .filter(row -> "alpha".equals(row.get("action")) && "large".equals(row.get("group")))
                        .map(row -> row.get("offered")))
                .containsExactly("0");
        for (String attribute : List.of("plan", "age")) {
            assertThat(rates.stream()
                            .filter(row -> "alpha".equals(row.get("action")) && attribute.equals(row.get("attribute")))
                            .mapToDouble(row -> number(row, "customers"))
                            .sum())
                    .isEqualTo(100);
        }
        assertThat(page(out)).contains("Treated differently, by plan");
    }

    /** Hazard: the funnel, the actions or the moves that the page draws are not those of the files beside it. */
    @Test
    void theChangesAreThoseOfTheFiles() throws IOException {
        Path picky = Market.copy(temp.resolve("picky"));
        Market.change(
                picky,
                "engagement.csv",
                text -> "id,target,policy,effect,plan,reason\nE-1,Offer/Plain/alpha,eligibility,never,large,No\n");
        Path out = temp.resolve("out");
        Market.simulate(out, SMALL + " --baselines none", Market.FOLDER, picky);
        JsonNode changes = JsonMapper.shared().readTree(Files.readString(out.resolve("changes.json")));

        assertThat(changes.path("before").stringValue()).isEqualTo("market");
        assertThat(changes.path("after").stringValue()).isEqualTo("picky");
        for (Map.Entry<String, String> side :
                Map.of("Before", "market", "After", "picky").entrySet()) {
            List<Map<String, String>> stages = rows(out, "funnel.csv", side.getValue());
            assertThat(stages).hasSameSizeAs(changes.path("funnel")).hasSizeGreaterThan(5);
            for (int i = 0; i < stages.size(); i++) {
                JsonNode stage = changes.path("funnel").get(i);
                assertThat(stage.path("stage").stringValue())
                        .isEqualTo(stages.get(i).get("stage"));
                for (String column : List.of("in", "out", "emptied")) {
                    assertThat(stage.path(column + side.getKey()).doubleValue())
                            .isEqualTo(number(stages.get(i), column));
                }
            }
            double offered = changes.path("offers")
                    .valueStream()
                    .mapToDouble(one ->
                            one.path(side.getKey().toLowerCase(Locale.ROOT)).doubleValue())
                    .sum();
            assertThat(offered)
                    .isPositive()
                    .isEqualTo(rows(out, "actions.csv", side.getValue()).stream()
                            .mapToDouble(row -> number(row, "presented"))
                            .sum());
        }
        assertThat(changes.path("flows")
                        .valueStream()
                        .mapToLong(one -> one.path("count").longValue())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(100);
        assertThat(page(out)).contains("id=\"funnel-chart-title\"", "id=\"offers-chart-title\"", "id=\"flows\"");
    }

    private static List<Map<String, String>> rows(Path out, String file, String arm) {
        return Market.rows(out.resolve(file)).stream()
                .filter(row -> arm.equals(row.get("arm")))
                .toList();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static double[] margins(Path out, String arm) {
        return Market.customers(out, arm).stream()
                .mapToDouble(row -> number(row, "margin"))
                .toArray();
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum() / (values.length - 1);
    }
}
