package org.filorosso.simulator.review.reach;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.QuietHours;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.ScopeName;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.simulator.run.Question;

/**
 * Whose answer cannot depend on the day. Says so only where nothing of the playbook and nothing of the customer moves
 * with time; in doubt the day is decided.
 */
final class Timeless {

    private static final Set<String> CLOCK = Stream.of(
                    ScopeName.NOW, ScopeName.TODAY, ScopeName.HOUR, ScopeName.WEEKDAY)
            .map(ScopeName::words)
            .collect(Collectors.toSet());
    private static final Set<String> CLOCK_FUNCTIONS = Set.of("now", "today");

    private final boolean playbook;
    private final boolean counts;

    private Timeless(boolean playbook, boolean counts) {
        this.playbook = playbook;
        this.counts = counts;
    }

    static Timeless of(Playbook playbook, Question question, int days) {
        boolean moves = readsTheClock(playbook)
                || !dates(playbook).allMatch(dates -> steady(dates, question, days))
                || quiet(question)
                || explores(playbook);
        return new Timeless(!moves, counts(playbook));
    }

    /** Whether the customer's answer is the same on every day looked at. */
    boolean of(Subject subject, State state) {
        return playbook
                && (!counts || state.counters() == State.Counters.NONE)
                && subject.past().isEmpty()
                && subject.householdPast().isEmpty()
                && subject.consents().values().stream().allMatch(consent -> consent.until() == null)
                && subject.attributes().values().stream().allMatch(value -> value.asOf() == null);
    }

    private static boolean readsTheClock(Playbook playbook) {
        return IntStream.range(0, playbook.names().size())
                        .mapToObj(slot -> playbook.names().slot(slot))
                        .anyMatch(slot -> slot instanceof Slot.Computed computed && clock(playbook, computed.expr()))
                || playbook.tables().attributes().stream()
                        .anyMatch(one -> one.formula() != null && clock(playbook, one.formula()))
                || rows(playbook).anyMatch(row -> clock(playbook, row))
                || numbers(playbook).anyMatch(expr -> clock(playbook, expr));
    }

    private static Stream<Row> rows(Playbook playbook) {
        return Layers.of(playbook).layers().stream().flatMap(layer -> layer.rows().stream());
    }

    private static Stream<Expr> numbers(Playbook playbook) {
        Playbook.Tables tables = playbook.tables();
        return Stream.of(
                        playbook.catalogue().actions().stream()
                                .flatMap(one -> Stream.of(
                                        one.terms().value(),
                                        one.terms().cost(),
                                        one.terms().price())),
                        tables.prices().stream()
                                .flatMap(one -> Stream.of(
                                        one.terms().value(),
                                        one.terms().cost(),
                                        one.terms().price())),
                        tables.arbitration().stream().map(one -> one.weight()),
                        tables.propensity().stream().map(one -> one.prior()))
                .flatMap(all -> all)
                .filter(expr -> expr != null)
                .map(expr -> expr);
    }

    private static boolean clock(Playbook playbook, Row row) {
        Expr when = row.when();
        return (when != null && clock(playbook, when))
                || row.conditions().stream()
                        .anyMatch(one -> clock(playbook, one.slot())
                                || one.test().slots().stream().anyMatch(slot -> clock(playbook, slot))
                                || one.test().text().contains("now(")
                                || one.test().text().contains("today("));
    }

    private static boolean clock(Playbook playbook, Expr expr) {
        boolean called = expr instanceof Expr.BuiltIn call
                && CLOCK_FUNCTIONS.contains(call.function().name());
        return called
                || expr.slots().stream().anyMatch(slot -> clock(playbook, slot))
                || expr.parts().stream().anyMatch(part -> clock(playbook, part));
    }

    private static boolean clock(Playbook playbook, int slot) {
        return playbook.names().slot(slot) instanceof Slot.Named named && CLOCK.contains(named.name());
    }

    /** The dates of everything that has some. */
    private static Stream<Dates> dates(Playbook playbook) {
        Playbook.Tables tables = playbook.tables();
        return Stream.of(
                        rows(playbook).map(Row::dates),
                        playbook.catalogue().actions().stream().map(action -> action.dates()),
                        tables.budgets().stream().map(budget -> budget.dates()),
                        tables.lists().stream().map(list -> new Dates(null, list.until())))
                .flatMap(all -> all);
    }

    /** Neither begins nor ends on the days looked at. */
    private static boolean steady(Dates dates, Question question, int days) {
        List<Boolean> holds = Stream.of(question.at(), question.at().plusDays(days))
                .map(dates::contain)
                .distinct()
                .toList();
        boolean inside = dates.from() != null
                && dates.until() != null
                && dates.from().isAfter(question.at())
                && dates.until().isBefore(question.at().plusDays(days));
        return holds.size() == 1 && !inside;
    }

    /** What is counted by the day or month begins anew. */
    private static boolean counts(Playbook playbook) {
        return !playbook.tables().budgets().isEmpty()
                || playbook.tables().channels().stream().anyMatch(one -> one.capacityPerDay() != null)
                || playbook.catalogue().actions().stream()
                        .anyMatch(one -> one.limits().maxPerDay() != null);
    }

    private static boolean quiet(Question question) {
        return question.direction() == Direction.OUTBOUND
                && !question.channel().quiet().equals(QuietHours.NONE);
    }

    /** Chance follows from the time of the question. */
    private static boolean explores(Playbook playbook) {
        return playbook.settings().arbitration().exploration() != Settings.Exploration.NONE;
    }
}
