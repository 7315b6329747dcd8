package org.filorosso.api.subject;

import java.time.Instant;
import org.filorosso.engine.playbook.Playbook;

/** A subject as stored, before any playbook looks at it. Immutable. */
public interface StoredSubject {

    /** The id, where an alias was asked for. */
    String id();

    /** Whether a profile is stored. */
    boolean known();

    /**
     * What a playbook sees of it: stored values that its dictionary does not know or allow count as missing.
     *
     * @param at the time of the decision
     */
    KnownSubject seenBy(Playbook playbook, Instant at);
}
