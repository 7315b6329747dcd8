package org.filorosso.simulator.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.log.DecisionLog;
import org.filorosso.simulator.log.LogTable;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.simulation.Totals.Figure;

/**
 * One arm, day by day. What is shared by customers (caps, capacities, budgets, what was learnt) changes between rounds only:
 * in a round many customers are decided for at once, each by what was used up when it began; then one after the other is
 * granted what he was offered, in an order drawn for the day. Who finds something used up that his round had still seen is
 * decided for again, alone. Rounds have the same size whatever the number of threads, and so does everything that comes out.
 */
final class ArmRun {
    /** Customers in a round. */
    private static final int ROUND = 512;

    private static final long ORDER = Draws.part("order");

    private final Scene scene;
    private final Policy policy;
    private final List<Member> members;
    private final Map<String, List<Member>> households = new HashMap<>();
    private final Workers workers;
    private final ArmFiles files;
    private final Ledger ledger;
    private final DailyCounts learnt;
    private final Tally tally = new Tally();
    private Totals before = new Totals();
    private final double[] margins;

    ArmRun(Scene scene, Policy policy, List<Member> members, Workers workers, ArmFiles files) {
        this.scene = scene;
        this.policy = policy;
        this.members = members;
        this.workers = workers;
        this.files = files;
        this.ledger = new Ledger(policy.playbook());
        this.learnt = new DailyCounts();
        this.margins = new double[members.size()];
        for (Member member : members) {
            String household = member.person.subject().household();
            if (household != null) {
                households
                        .computeIfAbsent(household, unseen -> new ArrayList<>(2))
                        .add(member);
            }
        }
    }

    Tally tally() {
        return tally;
    }

    /** @param progress told the number of days done */
    void run(IntConsumer progress) {
        Nature nature = new Nature(scene);
        workers.each(members.size(), i -> nature.begin(members.get(i)));
        new Past(policy.playbook(), ledger, learnt).book(members, scene);
        for (int day = 0; day < scene.days(); day++) {
            try {
                day(day, nature);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.accept(day + 1);
        }
    }

    private void day(int day, Nature nature) throws IOException {
        Journal.Day known = files.begin(day);
        DayJournal journal = new DayJournal(
                new Recalled(policy.playbook()), known == null ? null : known.encounters(), files.journalled());
        ledger.begin(scene.date(day), scene.midnight(day).toInstant());
        unasked(day, nature);
        if (policy.kind() != Policy.Kind.NO_CONTACT) {
            encounters(day, journal);
        }
        margins(day);
        files.end(dayRow(day), journal.kept());
    }

    private void unasked(int day, Nature nature) {
        String[] responses = new String[members.size()];
        String[] events = new String[members.size()];
        Instant now = scene.midnight(day).toInstant();
        workers.each(members.size(), i -> {
            Member member = members.get(i);
            int rows = member.interactions.size();
            int happened = member.events.size();
            nature.day(member, day, now);
            if (files.logged()) {
                responses[i] = LogRows.responses(member.id(), tail(member.interactions, rows));
                events[i] = LogRows.events(member.id(), tail(member.events, happened));
            }
        });
        if (files.logged()) {
            for (int i = 0; i < responses.length; i++) {
                files.log(LogTable.RESPONSES, responses[i]);
                files.log(LogTable.EVENTS, events[i]);
            }
        }
    }

    private static <T> List<T> tail(List<T> list, int from) {
        return list.size() == from ? List.of() : List.copyOf(list.subList(from, list.size()));
    }

    /** First the first occasion of everybody who has one, then the second of those who have two, and so on. */
    private void encounters(int day, DayJournal journal) throws IOException {
        Arrivals arrivals = new Arrivals(scene, policy.playbook(), day);
        Meeting meeting =
                new Meeting(scene, policy, ledger, counts(day), day, Sensitivity.share(members.size(), scene.days()));
        Grants grants = new Grants(scene, policy.playbook(), ledger, learnt, day);
        List<List<Occasion>> occasions = new ArrayList<>(java.util.Collections.nCopies(members.size(), List.of()));
        workers.each(members.size(), i -> occasions.set(i, arrivals.of(members.get(i))));
        List<Member> queue = ordered(day, occasions);
        for (int wave = 0; !queue.isEmpty(); wave++) {
            int place = wave;
            for (int from = 0; from < queue.size(); from += ROUND) {
                List<Member> round = queue.subList(from, Math.min(queue.size(), from + ROUND));
                round(
                        new Deciding(meeting, grants, journal),
                        round,
                        member -> occasions.get(member.number).get(place));
            }
            queue = queue.stream()
                    .filter(member -> occasions.get(member.number).size() > place + 1)
                    .toList();
        }
    }

    /** Those with an occasion, in the order drawn for the day: nobody is served before others every day. */
    private List<Member> ordered(int day, List<List<Occasion>> occasions) {
        record Drawn(Member member, long place) {}
        return members.stream()
                .filter(member -> !occasions.get(member.number).isEmpty())
                .map(member -> new Drawn(member, scene.draws().bits(member.key(), day, ORDER)))
                .sorted(Comparator.comparingLong(Drawn::place).thenComparingInt(drawn -> drawn.member().number))
                .map(Drawn::member)
                .toList();
    }

    private interface Next {
        Occasion of(Member member);
    }

    /** How a day's encounters come about. */
    private record Deciding(Meeting meeting, Grants grants, DayJournal journal) {}

    private void round(Deciding by, List<Member> round, Next next) throws IOException {
        Encounter[] met = new Encounter[round.size()];
        boolean[] recalled = new boolean[met.length];
        for (int i = 0; i < met.length; i++) {
            Encounter known = by.journal().recall(by.meeting(), round.get(i), next.of(round.get(i)));
            if (known != null) {
                met[i] = known;
                recalled[i] = true;
            }
        }
        workers.each(met.length, i -> {
            if (!recalled[i]) {
                Member member = round.get(i);
                met[i] = by.meeting().meet(member, next.of(member), household(member));
            }
        });
        List<List<Interaction>> rows = new ArrayList<>(met.length);
        List<List<Event>> events = new ArrayList<>(met.length);
        for (int i = 0; i < met.length; i++) {
            met[i] = recalled[i] ? met[i] : happening(by.meeting(), by.grants(), met[i]);
            by.journal().keep(by.meeting(), met[i]);
            int before = met[i].member().events.size();
            rows.add(by.grants().record(met[i]));
            events.add(tail(met[i].member().events, before));
            tally.add(met[i], rows.get(i));
        }
        if (files.logged()) {
            log(met, rows, events);
        }
    }

    /** The encounter as it can happen: as it was, decided again where something is used up meanwhile, or with less. */
    private Encounter happening(Meeting meeting, Grants grants, Encounter met) {
        if (grants.mayHappen(met)) {
            return met;
        }
        Encounter again = meeting.meet(met.member(), met.occasion(), household(met.member()));
        List<Decision.Result> granted = grants.granted(again);
        return granted.size() == again.offers().size() ? again : meeting.again(again, granted);
    }

    private void log(Encounter[] met, List<List<Interaction>> rows, List<List<Event>> events) {
        String[] decisions = new String[met.length];
        String[] responses = new String[met.length];
        workers.each(met.length, i -> {
            decisions[i] = DecisionLog.rows(met[i].subject(), met[i].request(), met[i].decision());
            responses[i] = LogRows.responses(met[i].member().id(), rows.get(i));
        });
        for (int i = 0; i < met.length; i++) {
            files.log(LogTable.DECISIONS, decisions[i]);
            files.log(LogTable.RESPONSES, responses[i]);
            if (!events.get(i).isEmpty()) {
                files.log(LogTable.EVENTS, LogRows.events(met[i].member().id(), events.get(i)));
            }
        }
    }

    private History household(Member member) {
        String household = member.person.subject().household();
        List<Member> together = household == null ? List.of() : households.getOrDefault(household, List.of());
        if (together.size() < 2) {
            return History.NONE;
        }
        List<Interaction> interactions = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Member other : together) {
            if (other != member) {
                interactions.addAll(other.interactions);
                events.addAll(other.events);
            }
        }
        return interactions.isEmpty() && events.isEmpty() ? History.NONE : History.of(interactions, events);
    }

    private BetaCounts counts(int day) {
        Playbook playbook = policy.playbook();
        var arbitration = playbook.settings().arbitration();
        return arbitration.propensity() == PropensityModel.ADAPTIVE
                ? learnt.at(scene.midnight(day), arbitration.halfLife())
                : BetaCounts.NONE;
    }

    /** Whoever has brought another margin by now than the day before. */
    private void margins(int day) {
        for (Member member : members) {
            double margin = member.totals.margin();
            if (margin != margins[member.number]) {
                margins[member.number] = margin;
                files.margins(PairedDay.row(day, member.number, margin));
            }
        }
    }

    /** What the day added, and how many customers there were at its end. */
    private String dayRow(int day) {
        Totals now = new Totals();
        double satisfaction = 0;
        int here = 0;
        for (Member member : members) {
            now.addAll(member.totals);
            satisfaction += member.satisfaction;
            here += member.gone ? 0 : 1;
        }
        CsvText csv = new CsvText()
                .text(policy.name())
                .number(day + 1)
                .text(scene.date(day).toString())
                .number(here)
                .number(Figures.ratio(satisfaction, members.size()));
        for (Figure figure : Figure.values()) {
            csv.number(Figures.of(now.of(figure) - before.of(figure)));
        }
        before = now;
        return csv.end().toString();
    }
}
