package org.filorosso.simulator.review.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.change.ChangePage.Counted;
import org.junit.jupiter.api.Test;

/** Hazard: the picture, the table and the terminal tell of different changes, or one of them tells of none. */
class ChangePageTest {
    private static final Pattern RIBBON =
            Pattern.compile("style=\"fill:var\\((--\\w+)\\)[^>]*><title>([^<]*): ([\\d,]+)<");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private static BeforeAfter change(List<Flow> flows) {
        Funnel before = new Funnel();
        before.add(
                List.of(new StageCount(StageCode.ELIGIBILITY, 9, 4), new StageCount(StageCode.PLACEMENT, 4, 1)), null);
        before.add(List.of(new StageCount(StageCode.ELIGIBILITY, 9, 0)), StageCode.ELIGIBILITY);
        Funnel after = new Funnel();
        after.add(List.of(new StageCount(StageCode.ASSIGNMENT, 9, 7)), null);
        return new BeforeAfter(
                "old",
                HOSTILE,
                StageChange.of(before.stages(), after.stages()),
                List.of(new OfferChange("a", 5, 5, 2L, 2L), new OfferChange(HOSTILE, 0, 1, 1L, 0L)),
                flows);
    }

    private static Html page(BeforeAfter change, boolean folded) {
        ChangePage page = new ChangePage(change, Counted.DECISIONS, folded);
        return new Html().add(page.flows()).add(page.offers()).add(page.funnel());
    }

    @Test
    void bothSidesOfAStageStandTogetherInTheOrderOfTheEngine() {
        assertThat(change(List.of()).funnel())
                .containsExactly(
                        new StageChange("assignment", 0, 0, 9, 7, 0, 0),
                        new StageChange("eligibility", 18, 4, 0, 0, 1, 0),
                        new StageChange("placement", 4, 1, 0, 0, 0, 0));
    }

    @Test
    void whatWasTypedNeverBecomesMarkup() {
        BeforeAfter change = change(List.of(new Flow(HOSTILE, "a", 3), new Flow("a", "a", 2)));

        assertThat(page(change, false).toString()).doesNotContain("<img").contains("&lt;img");
    }

    @Test
    void everyPictureHasItsTableAndItsNames() {
        BeforeAfter change = change(List.of(new Flow("a", Flow.NONE, 3), new Flow("a", "a", 2)));
        String open = page(change, false).toString();
        String folded = page(change, true).toString();

        for (String page : List.of(open, folded)) {
            assertThat(found("<svg ", page)).hasSize(3);
            assertThat(found("<svg [^>]*role=\"img\" aria-labelledby=\"", page)).hasSize(3);
            assertThat(found("<table>", page)).hasSize(3);
            for (MatchResult ids : Pattern.compile("aria-labelledby=\"([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .toList()) {
                for (String id : ids.group(1).split(" ")) {
                    assertThat(page).containsOnlyOnce(" id=\"" + id + "\"");
                }
            }
        }
        assertThat(found("<details>", folded)).hasSize(3);
        assertThat(open).doesNotContain("<details>");
    }

    @Test
    void whereNothingIsKnownItSaysSo() {
        String page = page(new BeforeAfter("old", "new", List.of(), List.of(), List.of()), false)
                .toString();

        assertThat(page).doesNotContain("<svg").contains("Nothing was offered.", "Nobody was decided for.");
    }

    /** Also those that are drawn as one: among many small actions, those who move must not look as if they stayed. */
    @Test
    void whoMovesIsDrawnAsMoving() {
        Random random = new Random(7);
        for (int trial = 0; trial < 40; trial++) {
            Flows flows = new Flows();
            int actions = 1 + random.nextInt(30);
            int people = random.nextInt(400) + 1;
            long moving = 0;
            TreeMap<String, Long> all = new TreeMap<>();
            for (int i = 0; i < people; i++) {
                String from = "a" + random.nextInt(actions);
                String to = random.nextBoolean() ? from : "a" + random.nextInt(actions);
                flows.add(from, to);
                moving += from.equals(to) ? 0 : 1;
                all.merge(from + " " + to, 1L, Long::sum);
            }
            List<MatchResult> ribbons = RIBBON.matcher(
                            FlowPicture.of(flows.all(), "flows").toString())
                    .results()
                    .toList();

            assertThat(drawn(ribbons, "--link")).as("moving").isEqualTo(moving);
            assertThat(drawn(ribbons, "--faint")).as("staying").isEqualTo(people - moving);
            assertThat(flows.all())
                    .hasSameSizeAs(all.keySet())
                    .allSatisfy(flow ->
                            assertThat(all.get(flow.from() + " " + flow.to())).isEqualTo(flow.count()));
        }
    }

    @Test
    void namesOfSmallNodesDoNotLieOnEachOther() {
        List<Flow> flows = new ArrayList<>(List.of(new Flow("large", "large", 100_000)));
        IntStream.range(0, 40).forEach(i -> flows.add(new Flow("small " + i, "small " + (i + 1), 1)));
        List<Double> places = Pattern.compile("<text x=\"250\" y=\"([\\d.]+)\"")
                .matcher(FlowPicture.of(flows, "flows").toString())
                .results()
                .map(place -> Double.valueOf(place.group(1)))
                .toList();

        assertThat(places).hasSizeGreaterThan(10);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(12);
        }
        assertThat(places.get(places.size() - 1)).isLessThanOrEqualTo(620);
    }

    @Test
    void theTerminalTellsTheSame() {
        String text = new ChangeText(change(List.of(new Flow("a", Flow.NONE, 3), new Flow("a", "a", 1)))).toString();

        assertThat(text)
                .containsPattern("a +\\(no action\\) +3 +75.0%")
                .containsPattern("a +5 +5 +2 +2")
                .containsPattern("eligibility +18 +4 +0 +0 +-4 +1 -> 0");
    }

    private static long drawn(List<MatchResult> ribbons, String colour) {
        return ribbons.stream()
                .filter(ribbon -> ribbon.group(1).equals(colour))
                .mapToLong(ribbon -> Long.parseLong(ribbon.group(3).replace(",", "")))
                .sum();
    }

    private static List<String> found(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
