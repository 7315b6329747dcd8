package org.filorosso.engine.decide;

import org.filorosso.engine.playbook.Treatment;

/**
 * A candidate that got a place.
 *
 * @param placement index of the placement asked for
 * @param rank in its placement, from 1
 * @param choicePropensity the probability that it is put first
 */
record Placed(Ranked ranked, int placement, int rank, Treatment treatment, double choicePropensity) {

    int action() {
        return ranked.action();
    }
}
