package org.filorosso.api.subject;

import java.util.Map;
import org.filorosso.api.playbook.LivePlaybook;

/** What values that are missing cost, seen from recent decisions. */
public interface LostCandidates {

    /**
     * What was lost.
     *
     * @param candidates actions dropped because the attribute was not known
     * @param priority what they are worth together: each at the mean priority of its action where it was ranked; actions
     *     that were never ranked count nothing
     */
    record Lost(long candidates, double priority) {}

    /**
     * What was lost, and in how many decisions it was looked for.
     *
     * @param byAttribute only those that cost anything
     */
    record Sample(int decisions, Map<String, Lost> byAttribute) {}

    /** Decides a sample of recent decisions again, with full explanation; takes a second or two. */
    Sample of(LivePlaybook playbook);
}
