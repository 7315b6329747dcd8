package org.filorosso.engine.decide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.history.Contact;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Outcome;

/** Nobody is offered what he has; then the hard engagement rows. */
final class EligibilityStage extends EngagementStage {

    EligibilityStage() {
        super(StageCode.ELIGIBILITY, Engagement.Policy.ELIGIBILITY);
    }

    @Override
    public void refuse(Deciding deciding) {
        for (String product : owned(deciding)) {
            deciding.candidates.removeAll(deciding.blueprint.products.once(product));
        }
        super.refuse(deciding);
    }

    @Override
    public Why why(Deciding deciding, int action) {
        Action offered = deciding.action(action);
        String product = offered.product();
        if (product != null && !offered.again() && owned(deciding).contains(product)) {
            return new Why(offered.name(), "actions.csv:" + offered.line(), "Already has it", null, List.of(), null);
        }
        return super.why(deciding, action);
    }

    /** Products of the attribute {@code products}, and of every acceptance that was not reversed. */
    private static Set<String> owned(Deciding deciding) {
        if (deciding.blueprint.products.none()) {
            return Set.of();
        }
        Set<String> owned = new HashSet<>();
        Attribute products = deciding.blueprint.slots.products;
        if (products != null && deciding.fact.value(products.slot()) instanceof List<?> list) {
            list.forEach(product -> owned.add(String.valueOf(product)));
        }
        for (Contact contact : deciding.history.own()) {
            if (contact.outcome() == Outcome.ACCEPTED && !contact.reversed() && contact.action() >= 0) {
                String product = deciding.action(contact.action()).product();
                if (product != null) {
                    owned.add(product);
                }
            }
        }
        return owned;
    }
}
