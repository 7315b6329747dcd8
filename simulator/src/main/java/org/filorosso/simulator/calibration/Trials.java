package org.filorosso.simulator.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.SubjectLog;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Turns the log of a subject into trials. Nothing is asked of an offer behind one that was accepted in the same answer: the
 * customer looked no further. A withdrawn consent belongs to the last outbound contact of the week before it.
 */
final class Trials {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<World.Event> ANSWERS =
            List.of(World.Event.ACCEPTED, World.Event.LATER, World.Event.REJECTED, World.Event.CLICKED);

    private final Model model;
    private final Function<String, @Nullable Subject> customers;
    private final Skipped skipped = new Skipped();
    private final Set<String> channels;

    /** @param customers who somebody is; null where that should be known and is not */
    Trials(Model model, Function<String, @Nullable Subject> customers) {
        this.model = model;
        this.customers = customers;
        this.channels = model.world().playbook().tables().channels().stream()
                .map(Channel::name)
                .collect(Collectors.toSet());
    }

    Skipped skipped() {
        return skipped;
    }

    private record Offer(String interactionId, String action) {}

    /** Hands over all trials of a subject, oldest contact first. */
    void each(SubjectLog log, Consumer<Trial> consumer) {
        List<Contacted> contacts = Contacted.of(log);
        Subject subject = customers.apply(log.id());
        if (subject == null) {
            skipped.stranger(contacts.size());
            return;
        }
        List<Interaction> rows = rows(log, contacts);
        Map<Offer, Outcome> answers = answers(rows);
        Set<Contacted> leaving = leaving(log.events(), contacts);
        for (Contacted contact : contacts) {
            if (channels.contains(contact.channel())) {
                Instant at = at(contact);
                List<Interaction> before = rows.subList(0, firstFrom(rows, at));
                Scenery scenery = new Scenery(model, subject, contact, at, before, until(log.events(), at));
                contact(contact, scenery, answers, leaving.contains(contact), consumer);
            } else {
                skipped.channel();
            }
        }
    }

    private void contact(
            Contacted contact, Scenery scenery, Map<Offer, Outcome> answers, boolean leaves, Consumer<Trial> consumer) {
        boolean first = true;
        for (String action : offered(contact)) {
            var known = model.world().playbook().catalogue().find(action);
            if (known == null) {
                skipped.action();
                continue;
            }
            int rank = rank(contact, action);
            Outcome answer = answers.getOrDefault(new Offer(contact.interactionId(), action), Outcome.IGNORED);
            for (World.Event event : ANSWERS) {
                boolean happened = answer.name().equals(event.name());
                consumer.accept(scenery.trial(event, known, rank, happened));
                if (happened) {
                    break;
                }
            }
            if (first && contact.direction() == Direction.OUTBOUND) {
                consumer.accept(scenery.trial(World.Event.OPT_OUT, known, 1, leaves));
            }
            first = false;
            if (answer == Outcome.ACCEPTED) {
                return;
            }
        }
    }

    /** Best first, where the decision tells. */
    private static List<String> offered(Contacted contact) {
        return contact.shown().stream()
                .map(Contacted.Shown::action)
                .sorted(Comparator.comparingInt(action -> rank(contact, action)))
                .toList();
    }

    /** Place in the whole answer, from 1. */
    private static int rank(Contacted contact, String action) {
        Decided decided = contact.decided();
        List<String> actions = decided == null
                ? contact.shown().stream().map(Contacted.Shown::action).toList()
                : decided.results().stream().map(Decided.Offered::action).toList();
        int place = actions.indexOf(action);
        return place < 0 ? actions.size() + 1 : place + 1;
    }

    static Instant at(Contacted contact) {
        Decided decided = contact.decided();
        return decided == null ? contact.at() : decided.at();
    }

    /** What was reported, and what counts as sent because nothing was. */
    private static List<Interaction> rows(SubjectLog log, List<Contacted> contacts) {
        Set<String> reported = log.responses().stream().map(Interaction::id).collect(Collectors.toSet());
        List<Interaction> rows = new ArrayList<>(log.responses());
        for (Contacted contact : contacts) {
            if (!reported.contains(contact.interactionId())) {
                contact.shown()
                        .forEach(shown -> rows.add(new Interaction(
                                contact.interactionId(),
                                contact.at(),
                                shown.action(),
                                Outcome.SENT,
                                contact.channel(),
                                contact.direction(),
                                0,
                                Interaction.Details.NONE)));
            }
        }
        rows.sort(Comparator.comparing(Interaction::at));
        return rows;
    }

    private static Map<Offer, Outcome> answers(List<Interaction> rows) {
        Map<Offer, Outcome> answers = new HashMap<>();
        for (Interaction row : rows) {
            if (strength(row.outcome()) > 0) {
                answers.merge(
                        new Offer(row.id(), row.action()),
                        row.outcome(),
                        (one, other) -> strength(one) >= strength(other) ? one : other);
            }
        }
        return answers;
    }

    /** Who clicks and then accepts has accepted. */
    private static int strength(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> 4;
            case LATER -> 3;
            case REJECTED -> 2;
            case CLICKED -> 1;
            default -> 0;
        };
    }

    private static Set<Contacted> leaving(List<Event> events, List<Contacted> contacts) {
        Set<Contacted> leaving = new HashSet<>();
        for (Event event : events) {
            if (event.event().equals(World.Event.OPT_OUT.words())) {
                contacts.stream()
                        .filter(contact -> contact.direction() == Direction.OUTBOUND
                                && !contact.at().isAfter(event.at())
                                && contact.at().isAfter(event.at().minus(WEEK)))
                        .reduce((one, later) -> later)
                        .ifPresent(leaving::add);
            }
        }
        return leaving;
    }

    private static int firstFrom(List<Interaction> rows, Instant at) {
        int i = 0;
        while (i < rows.size() && rows.get(i).at().isBefore(at)) {
            i++;
        }
        return i;
    }

    private static List<Event> until(List<Event> events, Instant at) {
        return events.stream().filter(event -> !event.at().isAfter(at)).toList();
    }
}
