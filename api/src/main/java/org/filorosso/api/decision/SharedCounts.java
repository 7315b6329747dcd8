package org.filorosso.api.decision;

import java.time.Instant;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Playbook;

/** What all customers together used up and taught. Answers from memory, refreshed in the background. */
public interface SharedCounts {

    /** Acceptances, contacts and money used up, units reserved by standing quotes included; at most a second old. */
    State.Counters usedUp(Playbook playbook, Instant at);

    /**
     * Reads what is used up now, for who shares out all that is left.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot be read
     */
    void look();

    /** What was learnt of each action: one snapshot for all decisions of some seconds. */
    Learnt learnt(Playbook playbook, Instant at);

    /**
     * The counts of an earlier snapshot, to decide again as then.
     *
     * @throws org.filorosso.api.problem.Refusal if they are no longer kept
     */
    BetaCounts kept(String id);

    /**
     * A snapshot of what was learnt.
     *
     * @param id digest of the counts: decisions record it instead of the counts, which are kept once
     */
    record Learnt(String id, BetaCounts counts) {}
}
