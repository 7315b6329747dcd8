package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.golden.Shop;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazard: a story is read as another one than was told, and passes or fails for the wrong reason. */
class GoldenReaderTest {
    private final Problems problems = new Problems();

    private List<GoldenCustomer> read(String text) {
        return GoldenReader.read(List.of(Text.of("tests/a.yaml", text)), Shop.playbook(), problems);
    }

    private GoldenCustomer whole(String more) {
        List<GoldenCustomer> customers = read("""
                - name: Anna
                  at: 2026-03-02T10:15
                  expect: {top: more-data}
                """ + more.indent(2));
        assertThat(problems.all()).isEmpty();
        return customers.get(0);
    }

    private static final String ANNA = "customer: {id: anna}\n";
    private static final String COUNTER = "context: {channel: counter}\n";

    /** Hazard: times are read in the machine's zone; Rome is one hour ahead of Greenwich in winter. */
    @Test
    void readsTimesInThePlaybooksZone() {
        assertThat(whole(ANNA + COUNTER).request().at()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void readsEveryTypeOfAttribute() {
        GoldenCustomer anna = whole("""
                customer:
                  id: anna
                  tenure months: 2.0
                  plan: smart
                  vip: yes
                  born: 1990-05-01
                  last visit: 2026-03-01T08:00
                  interests: [music, sport]
                  contracts: [{plan: smart, months left: 3}]
                  spend: {value: 60, as of: 2026-01-10}
                context: {channel: counter, reason for contact: billing}
                """);

        Map<String, Subject.Dated> values = anna.subject().attributes();
        assertThat(values.get("tenure months").value()).isEqualTo(new BigDecimal("2"));
        assertThat(values.get("plan").value()).isEqualTo("smart");
        assertThat(values.get("vip").value()).isEqualTo(true);
        assertThat(values.get("born").value()).isEqualTo(LocalDate.of(1990, 5, 1));
        assertThat(values.get("last visit").value())
                .isEqualTo(ZonedDateTime.parse("2026-03-01T08:00+01:00[Europe/Rome]"));
        assertThat(values.get("interests").value()).isEqualTo(List.of("music", "sport"));
        assertThat(values.get("contracts").value())
                .isEqualTo(List.of(Map.of("plan", "smart", "months left", new BigDecimal("3"))));
        assertThat(values.get("spend"))
                .isEqualTo(new Subject.Dated(new BigDecimal("6E+1"), Instant.parse("2026-01-09T23:00:00Z")));
        assertThat(anna.request().contexts()).isEqualTo(Map.of("reason for contact", "billing"));
    }

    /** Hazard: a value that is not known is read as the text "null". */
    @Test
    void leavesOutWhatIsNotKnown() {
        GoldenCustomer anna = whole("customer: {id: anna, plan: null, vip: , tenure months: ~}\n" + COUNTER);

        assertThat(anna.subject().attributes()).isEmpty();
    }

    @Test
    void readsWhoTheCustomerIs() {
        Subject subject = whole("""
                        customer: {id: anna}
                        context: {channel: counter}
                        consents: [marketing, -profiling]
                        lists: [do-not-call]
                        preferred channels: [email, app]
                        household: h-1
                        language: it
                        rfm: 555
                        customer value: 120.5
                        """).subject();

        assertThat(subject.consents().get("marketing").granted()).isTrue();
        assertThat(subject.consents().get("profiling").granted()).isFalse();
        assertThat(subject.lists()).containsExactly("do-not-call");
        assertThat(subject.preferredChannels()).containsExactly("email", "app");
        assertThat(subject.household()).isEqualTo("h-1");
        assertThat(subject.language()).isEqualTo("it");
        assertThat(subject.worth()).isEqualTo(new Subject.Worth("555", 120.5));
    }

    @Test
    void readsWhatHappened() {
        Subject subject = whole("""
                        customer: {id: anna}
                        context: {channel: counter}
                        history:
                          - {at: 2026-02-20T09:00, action: more-data, outcome: later, channel: app, direction: outbound,
                             value: 3, price: 7.50, interaction: i-9, reason: price, resume at: 2026-04-01, by: agents}
                          - {at: 2026-02-10T09:00, action: more-data, outcome: sent, channel: app}
                          - {at: 2026-02-11T09:00, action: more-data, outcome: presented, channel: app}
                        household history:
                          - {at: 2026-02-20T09:00, action: max-plan, outcome: presented, channel: email}
                        events:
                          - {at: 2026-02-27T18:00, event: complaint-opened, key: c-1, topic: bill}
                          - {at: 2026-02-28, event: survey, score: 9}
                        """).subject();

        Interaction later = subject.past().interactions().get(2);
        assertThat(later.id()).isEqualTo("i-9");
        assertThat(later.outcome()).isEqualTo(Outcome.LATER);
        assertThat(later.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(later.details())
                .isEqualTo(new Interaction.Details(
                        new BigDecimal("3"),
                        new BigDecimal("7.50"),
                        null,
                        "price",
                        Instant.parse("2026-03-31T22:00:00Z"),
                        "agents"));
        assertThat(subject.past().interactions().stream().map(Interaction::direction))
                .as("what is sent goes out, else the customer came")
                .containsExactly(Direction.OUTBOUND, Direction.INBOUND, Direction.OUTBOUND);
        assertThat(subject.past().interactions().stream().map(Interaction::id)).doesNotHaveDuplicates();
        assertThat(subject.householdPast().interactions().get(0).direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(subject.past().events().get(0).fields()).isEqualTo(Map.of("topic", "bill"));
        assertThat(subject.past().events().get(1).field("score")).isEqualTo(new BigDecimal("9"));
    }

    @Test
    void readsWhatElseADecisionIsGiven() {
        State state = whole("""
                        customer: {id: anna}
                        context: {channel: counter}
                        arm: plain
                        variant: {wording: outside}
                        days in stage: 3
                        counters: {more-data: {today: 3, total: 90}, email: {contacts today: 7}, B-1: {spent: 999.5}}
                        quotes:
                          - {action: more-data, price: 9, at: 2026-02-20T09:00, channel: app, until: 2026-03-05}
                        history:
                          - {at: 2026-03-01T09:00, action: more-data, outcome: presented, channel: app, price: 6}
                        """).state();

        assertThat(state.fixed()).isEqualTo(new State.Fixed("plain", Map.of("wording", "outside")));
        assertThat(state.daysInStage()).isEqualTo(3);
        assertThat(state.counters().today("more-data")).isEqualTo(3);
        assertThat(state.counters().total("more-data")).isEqualTo(90);
        assertThat(state.counters().contactsToday("email")).isEqualTo(7);
        assertThat(state.counters().spent("B-1")).isEqualByComparingTo("999.5");
        assertThat(state.counters().today("max-plan")).isZero();
        assertThat(state.quotes().stream().map(quote -> quote.price() + " until " + quote.until()))
                .as("a price presented is a quote too, for the action's quote valid")
                .containsExactly("6 until 2026-03-15T08:00:00Z", "9 until 2026-03-05T23:00:00Z");
    }

    @Test
    void asksForThePlacementsNamedOrAll() {
        Request named = whole(ANNA + "context: {channel: app, direction: outbound, placements: [tile]}\n")
                .request();

        assertThat(named.placements().stream().map(one -> one.name() + ":" + one.items()))
                .containsExactly("tile:2");
        assertThat(named.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(named.explain()).isEqualTo(Request.Explain.FULL);
    }

    @Test
    void readsEveryExpectation() {
        List<GoldenCustomer> customers = read("""
                - name: Anna
                  at: 2026-03-02T10:15
                  customer: {id: anna}
                  context: {channel: counter}
                  expect:
                    stage: onboarding
                    top: more-data
                    results: [more-data, call-back]
                    includes: [more-data]
                    excludes: [max-plan]
                    dropped: {max-plan: {stage: suitability, rule: E-3, verdict: unknown}, activate-app: }
                    prices: {more-data: 8}
                    no action: no
                    arm: holdout
                """);

        assertThat(problems.all()).isEmpty();
        assertThat(customers.get(0).expectation())
                .isEqualTo(new Expectation(
                        "onboarding",
                        "holdout",
                        false,
                        new Expectation.Offers(
                                "more-data",
                                List.of("more-data", "call-back"),
                                List.of("more-data"),
                                List.of("max-plan")),
                        Map.of(
                                "max-plan",
                                new Expectation.Drop(StageCode.SUITABILITY, "E-3", Expectation.Verdict.UNKNOWN),
                                "activate-app",
                                Expectation.Drop.ANY),
                        Map.of("more-data", new BigDecimal("8"))));
    }

    /** Hazard: one fault hides the next; each must be found with its line and a way out. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            key                 | prefered channels: [app]                    | PB-801 | "preferred channels"
            attribute           | customer: {id: anna, tenure month: 2}       | PB-804 | "tenure months"
            context in customer | customer: {id: a, reason for contact: other}| PB-801 | move it to context
            derived in customer | customer: {id: a, long standing: yes}       | PB-801 | derived
            value               | customer: {id: anna, plan: smrt}            | PB-804 | "smart"
            number              | customer: {id: anna, tenure months: two}    | PB-301 | 0.5 or 1234
            text for list       | customer: {id: anna, interests: music}      | PB-803 | [one, two]
            date                | customer: {id: anna, born: 2026-02-30}      | PB-303 | 2026-12-31
            no id               | customer: {plan: smart}                     | PB-802 | id: anna
            as of what          | customer: {id: a, spend: {as of: 2026-01-01}} | PB-802 | value
            purpose             | consents: [-marketting]                     | PB-804 | "marketing"
            purpose twice       | consents: [marketing, -marketing]           | PB-806 | twice
            list                | lists: [vips]                               | PB-804 | do-not-call
            one for a list      | lists: do-not-call                          | PB-803 | [do-not-call]
            channel             | context: {channel: mail}                    | PB-804 | "email"
            no direction        | context: {channel: app}                     | PB-802 | direction: inbound
            placement           | context: {channel: app, direction: inbound, placements: [her]} | PB-804 | "hero"
            language            | language: de                                | PB-804 | "en"
            arm                 | arm: champoin                               | PB-804 | "champion"
            experiment          | variant: {words: warm}                      | PB-804 | "wording"
            variant             | variant: {wording: cold}                    | PB-804 | "warm"
            rfm                 | rfm: 777                                    | PB-805 | 555
            counter             | counters: {more-dat: {today: 1}}            | PB-804 | "more-data"
            negative            | counters: {more-data: {today: -1}}          | PB-805 | 0 or more
            counted             | counters: {more-data: {todey: 1}}           | PB-801 | "today"
            quote for ever      | quotes: [{action: max-plan, price: 1, at: 2026-03-01}] | PB-802 | until
            event               | events: [{at: 2026-03-01, event: complaint}] | PB-804 | "complaint-opened"
            field               | events: [{at: 2026-03-01, event: survey, scor: 3}] | PB-801 | "score"
            field's value       | events: [{at: 2026-03-01, event: complaint-opened, topic: x}] | PB-804 | "bill"
            action              | history: [{at: 2026-03-01, action: more-dat, outcome: sent, channel: app}] | PB-804 | "more-data"
            outcome             | history: [{at: 2026-03-01, action: more-data, outcome: send, channel: app}] | PB-804 | "sent"
            row's key           | history: [{at: 2026-03-01, action: more-data, outcome: sent, channel: app, prise: 3}] | PB-801 | "price"
            no channel          | history: [{at: 2026-03-01, action: more-data, outcome: sent}] | PB-802 | channel
            no reason of ours   | history: [{at: 2026-03-01, action: more-data, outcome: rejected, channel: app, reason: mood}] | PB-804 | "timing"
            expected stage      | expect: {stage: onbording}                  | PB-804 | "onboarding"
            expected action     | expect: {top: more dats}                    | PB-804 | "more-data"
            expected drop       | expect: {dropped: {more-data: {stage: suitable}}} | PB-804 | suitability,
            expected verdict    | expect: {dropped: {more-data: {verdict: true}}} | PB-804 | "unknown"
            nothing expected    | expect: {}                                  | PB-807 | top
            contradiction       | expect: {top: more-data, excludes: [more-data]} | PB-808 | in the answer
            empty and not       | expect: {top: more-data, no action: yes}    | PB-808 | empty
            dropped and in      | expect: {top: more-data, dropped: {more-data: {}}} | PB-808 | dropped
            """)
    void reportsWhatIsWrong(String what, String line, String code, String hint) {
        String key = line.substring(0, line.indexOf(':'));
        String rest = String.join(
                "\n",
                List.of(
                                "at: 2026-03-02T10:15",
                                "customer: {id: anna}",
                                "context: {channel: counter}",
                                "expect: {top: more-data}")
                        .stream()
                        .filter(other -> !other.startsWith(key + ":"))
                        .toList());

        List<GoldenCustomer> customers = read("- name: Anna\n  " + line + "\n" + rest.indent(2));

        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo(code);
            assertThat(problem.file() + ":" + problem.line()).isEqualTo("tests/a.yaml:2");
            assertThat(problem.toString()).contains(hint);
        });
        assertThat(customers).as("a story with a fault must not be run").isEmpty();
    }

    @Test
    void reportsAllFaultsOfAllStoriesInOneGo() {
        read("- name: Anna\n  at: tomorrow\n- name: Anna\n  customer: x\n- just a text\n");

        assertThat(problems.all().stream().map(one -> one.code().id() + ":" + one.line()))
                .contains("PB-303:2", "PB-802:1", "PB-806:3", "PB-803:4", "PB-803:5");
    }

    /** Hazard: a file with one story that lacks its dash is taken for an empty file. */
    @Test
    void asksForAListOfStories() {
        read("name: Anna\nat: 2026-03-02T10:15\n");

        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.GOLDEN_WRONG_TYPE);
            assertThat(problem.hint()).contains("- name:");
        });
    }

    @Test
    void readsAnEmptyFileAsNoStories() {
        assertThat(read("# nobody yet\n")).isEmpty();
        assertThat(problems.all()).isEmpty();
    }

    /** Hazard: a name that shows another text than it holds. */
    @Test
    void refusesHiddenCharactersInNames() {
        read("- name: \"An\u202Ena\"\n");

        assertThat(problems.all().stream().filter(one -> one.code() == Code.HIDDEN_CHARACTER))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("right-to-left override"));
    }
}
