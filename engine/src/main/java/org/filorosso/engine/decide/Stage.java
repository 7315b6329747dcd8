package org.filorosso.engine.decide;

/** One question asked of every candidate. A stage keeps no state and calls no other stage. */
interface Stage {

    StageCode code();

    /** Removes from {@link Deciding#candidates} whom this stage refuses. */
    void refuse(Deciding deciding);

    /**
     * Why it refused {@code action}; asked only of actions it has just refused, and only when somebody wants to know.
     */
    Candidate.Why why(Deciding deciding, int action);
}
