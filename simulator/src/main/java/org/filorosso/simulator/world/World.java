package org.filorosso.simulator.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.engine.playbook.io.WorldRow;

/**
 * How customers respond: the log-odds of an outcome are the sum of the effects of the rows that match, over the customer,
 * his hidden traits and the contact. An outcome of which no row matches does not happen. Immutable; may be read by any
 * thread.
 */
public final class World {
    private static final int[] NONE = {};

    private final Playbook playbook;
    private final Engine engine;
    private final List<WorldRow> rows;
    private final Map<Event, int[][]> byOutcome = new EnumMap<>(Event.class);
    private final Set<ContactTrait> read;
    private final Set<ContactTrait> readByConditions;
    private final int[] offerSlots;

    /** What may happen, by the words of world.csv. */
    public enum Event {
        ACCEPTED("accepted"),
        LATER("later"),
        REJECTED("rejected"),
        CLICKED("clicked"),
        FULFILLED("fulfilled"),
        OPT_OUT("opt-out"),
        CHURN("churn");

        private final String words;

        Event(String words) {
            this.words = words;
        }

        /** The word of world.csv. */
        public String words() {
            return words;
        }
    }

    /**
     * What one row adds.
     *
     * @param row its place in {@link #rows()}
     * @param effect in log-odds
     */
    public record Part(int row, double effect) {}

    private World(Playbook playbook, List<WorldRow> rows) {
        this.playbook = playbook;
        Playbook needed = ReadSlots.needed(playbook, rows);
        this.engine = new Engine(needed, DroolsMatcher.of(needed));
        this.rows = List.copyOf(rows);
        for (Event event : Event.values()) {
            byOutcome.put(event, byAction(event.words));
        }
        this.read = readOf(playbook, rows, true);
        this.readByConditions = readOf(playbook, rows, false);
        this.offerSlots = ContactTrait.OF_OFFER.stream()
                .mapToInt(trait -> playbook.names().find(trait.words()).orElse(-1))
                .toArray();
    }

    /** @param builtIn false leaves out the rows that read fatigue, incoherence, unwanted channel or continuity */
    public static World of(WorldReader.Understood understood, boolean builtIn) {
        List<WorldRow> rows = new ArrayList<>(understood.rows());
        if (!builtIn) {
            rows.removeIf(row ->
                    readOf(understood.playbook(), List.of(row), true).stream().anyMatch(ContactTrait::builtIn));
        }
        return new World(understood.playbook(), rows);
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** The rows of this world, in file order. */
    public List<WorldRow> rows() {
        return rows;
    }

    /** The names, stages and actions of this world. */
    public Playbook playbook() {
        return playbook;
    }

    /** Whether any row looks at this of a contact. */
    public boolean reads(ContactTrait trait) {
        return read.contains(trait);
    }

    /** Whether which rows match depends on the offer, so that each has to be looked at anew. */
    public boolean matchesByOffer() {
        return ContactTrait.OF_OFFER.stream().anyMatch(readByConditions::contains);
    }

    /** Whether any row is about this of an action, whoever the customer is. */
    public boolean speaksOf(Event event, int action) {
        return byOutcome.getOrDefault(event, new int[0][])[action].length > 0;
    }

    /** Looks at a customer with all his traits. */
    public Look look(Subject subject, Request request) {
        Engine.Seen seen = engine.seen(subject, request, State.FRESH);
        return new Look(seen, seen.facts());
    }

    private int[][] byAction(String outcome) {
        int[][] byAction = new int[playbook.catalogue().size()][];
        for (Action action : playbook.catalogue().actions()) {
            List<Integer> about = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).outcomes().contains(outcome)
                        && rows.get(i).target().names(action.index())) {
                    about.add(i);
                }
            }
            byAction[action.index()] =
                    about.stream().mapToInt(Integer::intValue).toArray();
        }
        return byAction;
    }

    /**
     * The traits of a contact that rows read, also by way of a formula.
     *
     * @param effects whether what they read in their effects counts too
     */
    private static Set<ContactTrait> readOf(Playbook playbook, List<WorldRow> rows, boolean effects) {
        ReadSlots read = new ReadSlots(playbook);
        for (WorldRow row : rows) {
            read.conditions(row.row());
            if (effects) {
                read.effect(row);
            }
        }
        Set<ContactTrait> found = EnumSet.noneOf(ContactTrait.class);
        for (ContactTrait trait : ContactTrait.values()) {
            if (read.has(trait.words())) {
                found.add(trait);
            }
        }
        return found;
    }

    /** One customer at one contact. To be used by one thread. */
    public final class Look {
        private final Engine.Seen seen;
        private final Reading facts;

        private Look(Engine.Seen seen, Reading facts) {
            this.seen = seen;
            this.facts = facts;
        }

        /**
         * The same contact with another offer. Only where rows do not match by the offer.
         *
         * @param values of {@link ContactTrait#OF_OFFER}, in that order
         */
        public Look with(Object... values) {
            return new Look(seen, new Overlaid(seen.facts(), offerSlots, values));
        }

        /**
         * The rows that speak of something and match, and what each adds to its log-odds.
         *
         * @param action index in the world's catalogue
         */
        public List<Part> parts(Event event, int action) {
            int[][] about = byOutcome.getOrDefault(event, new int[0][]);
            List<Part> parts = new ArrayList<>();
            for (int i : action < about.length ? about[action] : NONE) {
                WorldRow row = rows.get(i);
                if (seen.matched().get(row.row().index())) {
                    double effect = row.effect().number(facts);
                    parts.add(new Part(i, Double.isNaN(effect) ? 0 : effect));
                }
            }
            return parts;
        }

        /** The lifecycle stage in this world. */
        public String stage() {
            return seen.stage();
        }

        /**
         * How likely something is.
         *
         * @param action index in the world's catalogue
         * @return 0..1; 0 where no row matches
         */
        public double probability(Event event, int action) {
            int[][] about = byOutcome.getOrDefault(event, new int[0][]);
            double sum = 0;
            boolean any = false;
            for (int i : action < about.length ? about[action] : NONE) {
                WorldRow row = rows.get(i);
                if (seen.matched().get(row.row().index())) {
                    double effect = row.effect().number(facts);
                    any = true;
                    sum += Double.isNaN(effect) ? 0 : effect;
                }
            }
            return any ? 1 / (1 + Math.exp(-sum)) : 0;
        }
    }
}
