package org.filorosso.simulator.run.outbound;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Offer;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.run.allocation.Allocation;
import org.filorosso.simulator.run.allocation.Market;
import org.filorosso.simulator.run.allocation.Needs;
import org.jspecify.annotations.Nullable;

/**
 * The second half of a run: the contacts, in the order of the customer file. A customer whose household the run has
 * already contacted is decided again with that contact in his household's history; what he no longer may get goes back.
 * Sequential.
 */
final class Contacts {
    private final Playbook playbook;
    private final RunQuestion asked;
    private final Choices choices;
    private final Scarcity scarcity;
    private final HouseholdContacts households = new HouseholdContacts();
    private final Map<Integer, Map<String, Long>> counts = new HashMap<>();
    private long[] left = {};
    private int customer;
    private long contacts;
    private long again;
    private double total;

    Contacts(Playbook playbook, RunQuestion asked, Choices choices, Scarcity scarcity) {
        this.playbook = playbook;
        this.asked = asked;
        this.choices = choices;
        this.scarcity = scarcity;
    }

    /** Begins with what the allocation has left over. */
    void begin(Allocation allocation) {
        left = allocation.left();
    }

    /** The contacts of the next piece. */
    List<Contact> of(List<Planned> piece, List<? extends Audience.Member> members, Market market, Allocation allocation)
            throws FlawException {
        List<Contact> made = new ArrayList<>();
        for (int i = 0; i < piece.size(); i++) {
            Planned planned = piece.get(i);
            int option = allocation.option(customer);
            if (option != Market.NONE) {
                Choice meant = planned.choices().get(option - market.from(customer));
                Choice given = checked(planned, meant, members.get(i));
                if (given != null) {
                    made.add(contact(planned, given));
                }
            }
            customer++;
        }
        return made;
    }

    private @Nullable Choice checked(Planned planned, Choice meant, Audience.Member member) throws FlawException {
        String household = planned.household();
        if (household == null || !households.knows(household)) {
            return meant;
        }
        again++;
        scarcity.needs(meant).take(left, -1);
        Audience.Known known = member.known();
        List<Choice> now = choices.of(households.tell(known.subject(), household), known.state());
        Choice given = now.stream()
                .filter(choice -> same(choice, meant) && fits(choice))
                .findFirst()
                .or(() -> now.stream()
                        .filter(this::fits)
                        .min(Comparator.comparingInt(Choice::rank)
                                .thenComparing(choice -> -choice.offer().priority())))
                .orElse(null);
        if (given != null) {
            scarcity.needs(given).take(left, 1);
        }
        return given;
    }

    private boolean fits(Choice choice) {
        Needs needs = scarcity.needs(choice);
        return needs.fit(left);
    }

    private static boolean same(Choice one, Choice other) {
        return one.channel() == other.channel()
                && one.offer().action() == other.offer().action()
                && one.offer().treatment().equals(other.offer().treatment());
    }

    private Contact contact(Planned planned, Choice choice) {
        Offer offer = choice.offer();
        String channel = playbook.tables().channels().get(choice.channel()).name();
        String action = playbook.catalogue().get(offer.action()).name();
        String interaction = Request.interactionId(planned.id(), asked.at().toInstant(), playbook.name());
        contacts++;
        total += offer.priority();
        counts.computeIfAbsent(choice.channel(), unseen -> new TreeMap<>()).merge(action, 1L, Long::sum);
        String household = planned.household();
        if (household != null) {
            households.add(household, sent(interaction, action, channel, offer.price()));
        }
        return new Contact(
                planned.id(),
                channel,
                action,
                offer.treatment(),
                offer.placement(),
                offer.priority(),
                offer.price(),
                offer.cost(),
                interaction);
    }

    /** Counts as sent until told otherwise. */
    private Interaction sent(String interaction, String action, String channel, @Nullable BigDecimal price) {
        Interaction.Details details =
                price == null ? Interaction.Details.NONE : new Interaction.Details(null, price, null, null, null, null);
        return new Interaction(
                interaction, asked.at().toInstant(), action, Outcome.SENT, channel, Direction.OUTBOUND, 1, details);
    }

    long contacts() {
        return contacts;
    }

    long again() {
        return again;
    }

    double total() {
        return total;
    }

    long[] left() {
        return left.clone();
    }

    /** Contacts by action of a channel. */
    Map<String, Long> on(int channel) {
        return counts.getOrDefault(channel, Map.of());
    }
}
