package org.filorosso.engine.playbook;

/**
 * Who may see a target.
 *
 * @param only true: only customers who match; false: never to customers who match
 */
public record Engagement(Row row, Policy policy, Target target, boolean only) {

    /** The three engagement policies, in the order they are checked. */
    public enum Policy {
        ELIGIBILITY,
        APPLICABILITY,
        SUITABILITY
    }
}
