package org.filorosso.api.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.filorosso.api.demo.InventedCustomer.Offer;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Treatment;

/** What of a playbook can be said where. */
final class Offers {
    // what the documentation tells must not hang on what invented customers taught
    private static final Set<String> STORY = Set.of("welcome-call", "activate-app", "autopay-setup");

    private final Map<String, List<Offer>> byPlace = new HashMap<>();

    Offers(Playbook playbook) {
        for (Treatment treatment : playbook.tables().treatments()) {
            Action action = playbook.catalogue().get(treatment.action());
            String channel =
                    playbook.tables().channels().get(treatment.channel()).name();
            Offer offer = new Offer(action.name(), treatment.row().id(), channel);
            if (!STORY.contains(action.name())) {
                byPlace.computeIfAbsent(action.issue() + " on " + channel, place -> new ArrayList<>())
                        .add(offer);
            }
            byPlace.computeIfAbsent(action.name() + " on " + channel, place -> new ArrayList<>())
                    .add(offer);
        }
    }

    /**
     * An offer of an issue, or the offer of an action, on a channel.
     *
     * @throws IllegalArgumentException if the playbook has none
     */
    Offer of(String issueOrAction, String channel, Random chance) {
        List<Offer> offers = byPlace.getOrDefault(issueOrAction + " on " + channel, List.of());
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("The playbook must say " + issueOrAction + " on " + channel);
        }
        return offers.get(chance.nextInt(offers.size()));
    }
}
