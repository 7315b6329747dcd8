package org.filorosso.engine.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State.Quote;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Coherence.Better;
import org.filorosso.engine.playbook.Coherence.Kind;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.score.Contacted.Shown;

/**
 * What makes a contact contradict the one before it, or what stands. Rows of coherence.csv with conditions cannot be
 * judged from a log and are passed over.
 */
final class Contradictions {
    private final Playbook playbook;
    private final List<Coherence> rows;
    private final ActionSet sales;

    Contradictions(Playbook playbook) {
        this.playbook = playbook;
        this.rows = playbook.tables().coherence().stream()
                .filter(row -> row.row().unconditional())
                .toList();
        this.sales = sales(playbook);
    }

    /** What a customer with an open case is not sold: what the playbook says comes after service, else all but service. */
    private static ActionSet sales(Playbook playbook) {
        ActionSet sales = ActionSet.none(playbook.catalogue().size());
        playbook.tables().coherence().stream()
                .filter(row -> row.kind() == Kind.SERVICE_FIRST)
                .forEach(row -> sales.addAll(row.target().actions()));
        if (sales.isEmpty()) {
            sales.addAll(ActionSet.all(playbook.catalogue().size()));
        }
        playbook.catalogue().actions().stream().filter(Action::service).forEach(one -> sales.remove(one.index()));
        return sales;
    }

    /** Ids of the rows that are passed over. */
    List<String> passedOver() {
        return playbook.tables().coherence().stream()
                .filter(row -> row.kind() == Kind.NEVER_TOGETHER || row.kind() == Kind.NOT_AFTER)
                .filter(row -> !row.row().unconditional())
                .map(row -> row.row().id())
                .toList();
    }

    /** The past of a subject that two contacts are judged by. */
    record Past(List<Interaction> responses, Map<String, List<Quote>> quotes) {

        /** Quoted is what was shown, for the price of the decision where the response tells none. */
        static Past of(Playbook playbook, SubjectLog log, List<Contacted> contacts) {
            List<Interaction> quoted = contacts.stream()
                    .flatMap(contact -> contact.shown().stream().map(shown -> quoted(contact, shown)))
                    .toList();
            return new Past(
                    log.responses(),
                    StandingQuotes.of(playbook, quoted).stream().collect(Collectors.groupingBy(Quote::action)));
        }

        private static Interaction quoted(Contacted contact, Shown shown) {
            return new Interaction(
                    contact.interactionId(),
                    contact.at(),
                    shown.action(),
                    Outcome.PRESENTED,
                    contact.channel(),
                    contact.direction(),
                    0,
                    new Interaction.Details(null, shown.price(), null, null, null, null));
        }
    }

    /** What is wrong with an action of a contact, each once; empty when nothing is. */
    List<String> of(Contacted before, Contacted contact, Shown shown, Standing standing, Past past) {
        List<String> wrong = new ArrayList<>();
        Action action = playbook.catalogue().find(shown.action());
        if (action == null) {
            return wrong;
        }
        for (Coherence row : rows) {
            if (row.row().dates().contain(contact.at().atZone(zone()))
                    && contradicts(row, before, contact, action, past)) {
                wrong.add((row.kind() == Kind.NEVER_TOGETHER ? "never together " : "not after ")
                        + row.row().id());
            }
        }
        if (worseThanQuoted(contact, shown, past)) {
            wrong.add("worse terms than quoted");
        }
        if (sales.contains(action.index())) {
            sale(contact.at(), standing, wrong);
        }
        String product = action.product();
        if (product != null && !action.again() && standing.owns(product, contact.at())) {
            wrong.add("already has it");
        }
        if (standing.rejectedOfLate(action.name(), contact.at())) {
            wrong.add("again within 7 days of a rejection");
        }
        return wrong;
    }

    private static void sale(Instant at, Standing standing, List<String> wrong) {
        if (standing.caseOpen()) {
            wrong.add("a sale while a case is open");
        }
        if (standing.promiseBroken(at)) {
            wrong.add("a sale after a broken promise");
        }
    }

    private ZoneId zone() {
        return playbook.settings().zone();
    }

    private boolean contradicts(Coherence row, Contacted before, Contacted contact, Action action, Past past) {
        Target other = row.other();
        if (other == null) {
            return false;
        }
        return switch (row.kind()) {
            case NEVER_TOGETHER -> before.shown().stream().anyMatch(one -> apart(row.target(), other, action, one));
            case NOT_AFTER -> row.target().names(action.index()) && after(row, other, before, contact, past);
            default -> false;
        };
    }

    private boolean apart(Target target, Target other, Action action, Shown before) {
        Action earlier = playbook.catalogue().find(before.action());
        if (earlier == null || earlier.index() == action.index()) {
            return false;
        }
        return (target.names(action.index()) && other.names(earlier.index()))
                || (other.names(action.index()) && target.names(earlier.index()));
    }

    /** Whether the contact before had one of the outcomes, and recently enough. */
    private boolean after(Coherence row, Target other, Contacted before, Contacted contact, Past past) {
        Span within = row.within();
        Instant since = within == null
                ? contact.at().minus(Duration.ofDays(CoherencePart.WITHIN_DAYS))
                : within.before(contact.at().atZone(zone())).toInstant();
        boolean shown =
                (row.outcomes().contains(Outcome.PRESENTED) || row.outcomes().contains(Outcome.SENT))
                        && before.at().isAfter(since)
                        && before.shown().stream().anyMatch(one -> names(other, one.action()));
        return shown
                || past.responses().stream()
                        .anyMatch(answer -> answered(row, other, before, answer)
                                && answer.at().isAfter(since)
                                && !answer.at().isAfter(contact.at())
                                && !undone(answer, contact, past));
    }

    private boolean answered(Coherence row, Target other, Contacted before, Interaction answer) {
        boolean told = answer.outcome() != Outcome.PRESENTED && answer.outcome() != Outcome.SENT;
        return told
                && answer.id().equals(before.interactionId())
                && row.outcomes().contains(answer.outcome())
                && names(other, answer.action());
    }

    private static boolean undone(Interaction answer, Contacted contact, Past past) {
        return answer.outcome() == Outcome.ACCEPTED
                && past.responses().stream()
                        .anyMatch(row -> row.outcome() == Outcome.REVERSED
                                && row.action().equals(answer.action())
                                && row.at().isAfter(answer.at())
                                && !row.at().isAfter(contact.at()));
    }

    private boolean names(Target target, String name) {
        Action action = playbook.catalogue().find(name);
        return action == null ? target.level() == Target.Level.ALL : target.names(action.index());
    }

    private boolean worseThanQuoted(Contacted contact, Shown shown, Past past) {
        BigDecimal price = shown.price();
        if (price == null) {
            return false;
        }
        boolean higher = higherIsBetter(shown.action());
        return past.quotes().getOrDefault(shown.action(), List.of()).stream()
                .filter(quote ->
                        quote.at().isBefore(contact.at()) && contact.at().isBefore(quote.until()))
                .anyMatch(quote -> higher
                        ? quote.price().compareTo(price) > 0
                        : quote.price().compareTo(price) < 0);
    }

    private boolean higherIsBetter(String name) {
        return playbook.tables().coherence().stream()
                .anyMatch(row ->
                        row.kind() == Kind.SAME_TERMS && row.better() == Better.HIGHER && names(row.target(), name));
    }
}
