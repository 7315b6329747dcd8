package org.filorosso.simulator.calibration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.score.Contacted;
import org.filorosso.simulator.world.ContactTrait;
import org.filorosso.simulator.world.Memory;
import org.filorosso.simulator.world.World;

/** One contact of a log as the world sees it: the customer, what had happened until then, and what was offered. By one thread. */
final class Scenery {
    private final Model model;
    private final Subject subject;
    private final Contacted contact;
    private final Instant at;
    private final List<Interaction> rows;
    private final List<Event> events;
    private final Map<List<Object>, World.Look> looks = new HashMap<>();

    /** @param rows outcomes before the contact, oldest first; {@code events} likewise */
    Scenery(Model model, Subject base, Contacted contact, Instant at, List<Interaction> rows, List<Event> events) {
        this.model = model;
        this.contact = contact;
        this.at = at;
        this.rows = rows;
        this.events = events;
        this.subject = new Subject(
                base.id(),
                base.household(),
                base.language(),
                base.attributes(),
                base.consents(),
                base.preferredChannels(),
                base.lists(),
                past(base),
                History.NONE,
                base.worth());
    }

    /** What the customer's files tell of the time before, and the log. */
    private History past(Subject base) {
        if (base.past().isEmpty()) {
            return new History(rows, events);
        }
        List<Interaction> all = new java.util.ArrayList<>(base.past().interactions());
        all.removeIf(row -> !row.at().isBefore(at));
        all.addAll(rows);
        List<Event> happened = new java.util.ArrayList<>(base.past().events());
        happened.removeIf(event -> event.at().isAfter(at));
        happened.addAll(events);
        return History.of(all, happened);
    }

    /** What could become of an offer, and whether it did. */
    Trial trial(World.Event event, Action action, int rank, boolean happened) {
        List<World.Part> parts = look(action, rank).parts(event, action.index()).stream()
                .filter(part -> model.reads(part.row()))
                .toList();
        return new Trial(event, at, action.name(), contact.channel(), parts, happened);
    }

    private World.Look look(Action action, int rank) {
        Memory memory = model.memory();
        List<Interaction> said = subject.past().interactions();
        boolean incoherent = memory.incoherent(said, subject.past().events(), action, at);
        boolean continues = memory.continues(said, action, at);
        return looks.computeIfAbsent(List.of(incoherent, continues, rank), key -> {
            Map<String, Object> contexts = new HashMap<>();
            contexts.put(ContactTrait.RECENT_CONTACTS.words(), number(memory.recentContacts(said, at)));
            contexts.put(
                    ContactTrait.UNWANTED_CHANNEL.words(),
                    Memory.unwanted(subject.preferredChannels(), contact.direction(), contact.channel()));
            contexts.put(ContactTrait.INCOHERENT.words(), incoherent);
            contexts.put(ContactTrait.CONTINUES.words(), continues);
            contexts.put(ContactTrait.RANK.words(), number(rank));
            Request request = new Request(
                    contact.interactionId(),
                    at,
                    contact.channel(),
                    contact.direction(),
                    List.of(),
                    contexts,
                    null,
                    Request.Explain.NONE);
            return model.world().look(subject, request);
        });
    }

    private static Object number(int count) {
        return Numbers.normal(BigDecimal.valueOf(count));
    }
}
