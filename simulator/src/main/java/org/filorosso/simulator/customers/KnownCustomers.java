package org.filorosso.simulator.customers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Playbook;

/**
 * Everything that is known beside the customer file: the past of each customer and of his household, his lists, and what
 * all pasts together teach. Immutable; safe to share between threads.
 */
public final class KnownCustomers {
    private final Playbook playbook;
    private final Pasts pasts;
    private final Households households;
    private final ListFolder lists;
    private final State.Counters counters;
    private final BetaCounts counts;

    KnownCustomers(Sources sources, BetaCounts counts, State.Counters counters) {
        this.playbook = sources.playbook();
        this.pasts = sources.pasts();
        this.households = sources.households();
        this.lists = sources.lists();
        this.counts = counts;
        this.counters = counters;
    }

    /** What a base is made of. */
    record Sources(Playbook playbook, Pasts pasts, Households households, ListFolder lists) {}

    /** Nothing is known but what the customer file says. */
    public static KnownCustomers none(Playbook playbook) {
        Sources sources = new Sources(playbook, new Pasts(), Households.NONE, ListFolder.NONE);
        return new KnownCustomers(sources, BetaCounts.NONE, State.Counters.NONE);
    }

    /** The customer with his past, that of his household, and his lists. */
    public Subject complete(Subject profile) {
        if (pasts.isEmpty() && lists.members().isEmpty()) {
            return profile;
        }
        List<String> others = households.others(profile);
        return new Subject(
                profile.id(),
                profile.household(),
                profile.language(),
                profile.attributes(),
                profile.consents(),
                profile.preferredChannels(),
                lists.listsOf(profile.id(), profile.householdOrSelf()),
                pasts.history(profile.id()),
                others.isEmpty() ? History.NONE : pasts.history(others),
                profile.worth());
    }

    /** The state of a decision for a customer that is complete. */
    public State state(Subject subject) {
        return State.FRESH.with(counters, StandingQuotes.of(playbook, subject.past()), counts);
    }

    /** Actions that the history names and the playbook does not have: of another playbook, of the past, or mistyped. */
    public Set<String> foreignActions() {
        Set<String> foreign = new HashSet<>();
        for (String id : pasts.ids()) {
            pasts.interactions(id).stream()
                    .map(row -> row.action())
                    .filter(action -> playbook.catalogue().find(action) == null)
                    .forEach(foreign::add);
        }
        return foreign;
    }
}
