package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Treatment;

/** The survivors of arbitration, best first, as offers. */
final class Shortlist {

    private Shortlist() {}

    static List<Offer> of(Deciding deciding) {
        List<Offer> offers = new ArrayList<>(deciding.ranking.size());
        TreatmentIndex.Languages languages = deciding.languages();
        for (Ranked ranked : deciding.ranking) {
            offers.add(offer(deciding, ranked, languages));
        }
        return offers;
    }

    private static Offer offer(Deciding deciding, Ranked ranked, TreatmentIndex.Languages languages) {
        int action = ranked.action();
        List<Treatment> treatments = deciding.blueprint.treatments.of(action, deciding.channel.index());
        for (Channel.Placement placement : deciding.placements()) {
            Treatment treatment =
                    deciding.blueprint.treatments.choose(treatments, placement.name(), languages, deciding.matched);
            if (treatment != null) {
                Pricing.Quoted terms = deciding.pricing.of(action);
                return new Offer(
                        action,
                        placement.name(),
                        treatment.row().id(),
                        terms.price(),
                        terms.cost(),
                        ranked.factors().priority(),
                        deciding.pricing.quoted(action));
            }
        }
        throw new IllegalStateException("Who passed the treatment stage must have a treatment");
    }
}
