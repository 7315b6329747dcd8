package org.filorosso.simulator.review.change;

import java.util.List;

/**
 * What people are offered by one way of deciding and by another: two playbooks, two revisions, two arms of a simulation.
 *
 * @param before what the first is called
 * @param after what the second is called
 * @param funnel in the order of the engine
 * @param offers per action, the largest change first
 * @param flows from which first offer to which, those that stay included, the largest first; empty where it is not known
 */
public record BeforeAfter(
        String before, String after, List<StageChange> funnel, List<OfferChange> offers, List<Flow> flows) {

    /** A comparison with its own copies. */
    public BeforeAfter {
        funnel = List.copyOf(funnel);
        offers = List.copyOf(offers);
        flows = List.copyOf(flows);
    }
}
