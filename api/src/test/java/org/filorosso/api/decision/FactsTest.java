package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.Delivery;
import org.filorosso.simulator.log.Privacy;
import org.filorosso.simulator.run.CustomerDecisions;
import org.filorosso.simulator.run.Decided;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hazards: a decision made again from its record differs by a byte, a damaged record passes for a whole one. */
class FactsTest {
    private static final Path RULES = Path.of("..", "rules");
    private static final AnswerJson JSON = new AnswerJson(Privacy.NONE);
    private static final Instant AT = Instant.parse("2026-03-10T10:00:00.123Z");

    @Test
    void decidesAgainToTheSameBytesForEverySampleCustomer() throws FlawException {
        Path samples = RULES.resolve("samples");
        int telco = again(
                Desk.TELCO,
                new CustomerInputs(
                        samples.resolve("telco-customers.csv"),
                        samples.resolve("telco-history.csv"),
                        samples.resolve("telco-events.csv"),
                        null,
                        new CustomerFile.Options(null, true)));
        LivePlaybook bank = LivePlaybook.of(
                PlaybookReader.read(RULES.resolve("bank"), LocalDate.EPOCH).orThrow());
        int banked = again(
                bank,
                new CustomerInputs(
                        samples.resolve("bank-customers.csv"),
                        null,
                        null,
                        null,
                        new CustomerFile.Options("row", true)));
        assertThat(telco).isGreaterThan(50);
        assertThat(banked).isGreaterThan(20);
    }

    private static int again(LivePlaybook live, CustomerInputs inputs) throws FlawException {
        Flaws flaws = new Flaws();
        ZonedDateTime at = AT.atZone(live.playbook().settings().zone());
        KnownCustomers base = inputs.base(live.playbook(), at, flaws, rows -> {});
        DecisionMaker maker = new DecisionMaker(new Desk.Counted(), List::of);
        int seen = 0;
        for (Decided decided : all(live, inputs, base)) {
            Subject subject = decided.subject();
            KnownSubject known = new KnownSubject(subject, decided.state().quotes(), "x", AT.minusSeconds(86_461));
            for (Channel channel : live.playbook().tables().channels()) {
                for (Direction direction : channel.directions()) {
                    same(maker.make(ask(live, channel, direction), "i-" + seen++, known, Set.of()));
                }
            }
        }
        return seen;
    }

    private static List<Decided> all(LivePlaybook live, CustomerInputs inputs, KnownCustomers base)
            throws FlawException {
        Channel channel = live.playbook().tables().channels().get(0);
        Question question = new Question(
                AT.atZone(live.playbook().settings().zone()),
                channel,
                channel.directions().iterator().next(),
                Map.of(),
                null,
                null,
                Explain.NONE);
        List<Decided> all = new ArrayList<>();
        try (CustomerFile file =
                CustomerFile.open(live.playbook(), inputs.options(), DataFile.of(inputs.customers()))) {
            new CustomerDecisions(live.engine(), base, question, 1).run(file, one -> one, all::add, new Flaws());
        }
        return all;
    }

    private static Ask ask(LivePlaybook live, Channel channel, Direction direction) {
        return new Ask(
                null,
                "s",
                live,
                new Ask.Where(channel, direction, List.of()),
                Map.of(),
                Map.of(),
                null,
                Explain.NONE,
                false,
                AT);
    }

    private static void same(Made made) {
        Facts.Packed packed = FactsWriter.pack(made.facts(), made.read());
        Facts facts = FactsReader.unpack(packed, id -> BetaCounts.NONE);
        Decision again = made.ask().live().engine().decide(facts.subject(), facts.request(), facts.state());
        assertThat(bytes(again, Explain.NONE)).isEqualTo(bytes(made.decision(), Explain.NONE));
        assertThat(FactsWriter.pack(facts, ((ReadCounters) facts.state().counters()).read())
                        .digest())
                .isEqualTo(packed.digest());
        // explained as it would have been then
        assertThat(bytes(full(made.ask().live(), facts), Explain.FULL))
                .isEqualTo(bytes(full(made.ask().live(), made.facts()), Explain.FULL));
    }

    private static Decision full(LivePlaybook live, Facts facts) {
        Request was = facts.request();
        Request request = new Request(
                was.interactionId(),
                was.at(),
                was.channel(),
                was.direction(),
                was.placements(),
                was.contexts(),
                was.language(),
                Explain.FULL);
        return live.engine().decide(facts.subject(), request, facts.state());
    }

    private static String bytes(Decision decision, Explain explain) {
        return new String(JSON.utf8(decision, explain, Delivery.NONE), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Every type of value, every field, times to the nanosecond, numbers with their scale. */
    @Test
    void losesNothingOnTheWay() {
        Instant odd = Instant.parse("2026-03-10T10:00:00.123456789Z");
        Interaction row = new Interaction("i-0", odd, "a", Outcome.LATER, "c", Direction.OUTBOUND, 2, details(odd));
        Event event = new Event(odd, "e", "", Map.of("n", new BigDecimal("6E+1"), "t", "x"));
        Map<String, Subject.Dated> attributes = Map.of(
                "number", new Subject.Dated(new BigDecimal("12.50"), odd),
                "text", Subject.Dated.of("\u0000 \" \\ \ud83d\ude00"),
                "yes", Subject.Dated.of(true),
                "date", Subject.Dated.of(LocalDate.parse("2026-03-29")),
                "moment", Subject.Dated.of(ZonedDateTime.parse("2026-10-25T02:30:00+01:00[Europe/Rome]")),
                "list", Subject.Dated.of(List.of("a", "b")),
                "records", Subject.Dated.of(List.of(Map.of("k", BigDecimal.ONE, "l", List.of("x")))));
        Subject subject = new Subject(
                "s",
                "h",
                "it",
                attributes,
                Map.of("marketing", new Subject.Consent(false, odd, null)),
                List.of("email"),
                Set.of("vip"),
                new History(List.of(row), List.of(event)),
                History.NONE,
                new Subject.Worth("543", 0.1));
        Request request = new Request(
                "i",
                odd,
                "c",
                Direction.INBOUND,
                List.of(new Channel.Placement("p", 3)),
                Map.of("topic", "bill"),
                "it",
                Explain.SUMMARY);
        State.Quote quote = new State.Quote("a", new BigDecimal("7.10"), "c", odd, odd.plusSeconds(1));
        State.Stop stop = new State.Stop("st", "Grow", null, null, "why");
        Map<String, BigDecimal> read = Map.of("today/a", BigDecimal.valueOf(2), "spent/b", new BigDecimal("3.00"));
        State state = new State(
                new ReadCounters(read),
                List.of(quote),
                BetaCounts.NONE,
                List.of(stop),
                false,
                1.0 / 3,
                new State.Fixed("arm", Map.of("e", "A")));
        Facts facts = new Facts(subject, request, state, null);
        assertThat(FactsReader.unpack(FactsWriter.pack(facts, read), id -> BetaCounts.NONE))
                .isEqualTo(facts);
    }

    private static Interaction.Details details(@Nullable Instant resume) {
        return new Interaction.Details(new BigDecimal("1.0"), BigDecimal.TEN, "T-1", "price", resume, "north");
    }

    @Test
    void doesNotBelieveADamagedRecord() {
        Made made = new DecisionMaker(new Desk.Counted(), List::of)
                .make(Desk.inbound("s", null), "i", KnownSubject.unknown("s"), Set.of());
        Facts.Packed packed = FactsWriter.pack(made.facts(), made.read());
        List<Facts.Packed> damaged = new ArrayList<>();
        damaged.add(new Facts.Packed(packed.bytes(), "0".repeat(64)));
        damaged.add(
                new Facts.Packed(java.util.Arrays.copyOf(packed.bytes(), packed.bytes().length / 2), packed.digest()));
        assertThat(damaged)
                .allSatisfy(one -> assertThatThrownBy(() -> FactsReader.unpack(one, id -> BetaCounts.NONE))
                        .isInstanceOf(IllegalStateException.class));
    }
}
