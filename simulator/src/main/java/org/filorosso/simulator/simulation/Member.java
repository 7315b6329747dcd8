package org.filorosso.simulator.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Consent;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.population.Person;
import org.jspecify.annotations.Nullable;

/** One customer in one arm, as he becomes. Changed by one thread at a time. */
final class Member {
    static final double BEST = 10;

    final Person person;
    final int number;
    final List<Interaction> interactions;
    final List<Event> events;
    final List<Due> due = new ArrayList<>(0);
    final Totals totals = new Totals();

    Map<String, Dated> attributes;
    Map<String, Consent> consents;
    double satisfaction;
    boolean gone;
    /** The stage in the world, which is the same for all arms that have done the same to him. */
    String stage = "";
    /** The same before anything happened. */
    String firstStage = "";
    /** The stage as the arm's playbook last saw it, and since which day; -1 before it ever did. */
    String seenStage = "";

    int seenSince = -1;
    private @Nullable Map<String, Dated> all;
    private List<State.Quote> quotes = List.of();
    private int quoted;

    Member(Person person, int number) {
        this.person = person;
        this.number = number;
        Subject subject = person.subject();
        this.attributes = subject.attributes();
        this.consents = subject.consents();
        this.satisfaction = person.satisfaction();
        this.interactions = new ArrayList<>(subject.past().interactions());
        this.events = new ArrayList<>(subject.past().events());
    }

    /**
     * Something that will happen.
     *
     * @param day of the simulation
     * @param event what to record, or null
     * @param outcome what becomes of a promise, or null
     */
    record Due(int day, @Nullable Event event, @Nullable Interaction outcome, double satisfaction) {}

    String id() {
        return person.subject().id();
    }

    long key() {
        return person.key();
    }

    /** As policies see him. */
    Subject visible(History household) {
        return subject(attributes, household);
    }

    /** With what no policy sees. */
    Subject whole() {
        Map<String, Dated> known = all;
        if (known == null) {
            known = attributes;
            if (!person.hidden().isEmpty()) {
                Map<String, Dated> joined = new HashMap<>(attributes);
                person.hidden().forEach((name, value) -> joined.put(name, Dated.of(value)));
                known = joined;
            }
            all = known;
        }
        return subject(known, History.NONE);
    }

    private Subject subject(Map<String, Dated> values, History household) {
        Subject base = person.subject();
        return new Subject(
                base.id(),
                base.household(),
                base.language(),
                values,
                consents,
                base.preferredChannels(),
                base.lists(),
                new History(interactions, events),
                household,
                base.worth());
    }

    /**
     * His quotes, oldest first; those that have lapsed are among them.
     *
     * @param playbook the arm's, always the same
     */
    List<State.Quote> quotes(Playbook playbook) {
        // rows are only ever added: what was read stays as it is
        if (quoted < interactions.size()) {
            List<State.Quote> more = StandingQuotes.of(playbook, interactions.subList(quoted, interactions.size()));
            if (!more.isEmpty()) {
                List<State.Quote> all = new ArrayList<>(quotes);
                all.addAll(more);
                quotes = List.copyOf(all);
            }
            quoted = interactions.size();
        }
        return quotes;
    }

    @Nullable
    Object value(String attribute) {
        Dated dated = attributes.get(attribute);
        return dated == null ? null : dated.value();
    }

    void set(String attribute, Object value) {
        Map<String, Dated> changed = new HashMap<>(attributes);
        changed.put(attribute, Dated.of(value));
        attributes = changed;
        all = null;
    }

    void refuse(String purpose, Instant at) {
        Map<String, Consent> changed = new HashMap<>(consents);
        changed.put(purpose, new Consent(false, at, null));
        consents = Map.copyOf(changed);
    }

    void pleased(double by) {
        satisfaction = Math.max(0, Math.min(BEST, satisfaction + by));
    }
}
