package org.filorosso.simulator.simulation;

import java.math.BigDecimal;

/**
 * What is claimed for one action or owner, beside what customers paid more because of it, over all customers.
 *
 * @param kind {@code action} or {@code owner}
 * @param name of it; an owner is empty where nobody is named
 * @param presented how often it was offered
 * @param claimed value of its acceptances as the playbook states it
 * @param caused its share of the revenue above that of the same customers whom nobody contacts
 */
public record ActionShare(
        String arm, String kind, String name, long presented, long accepted, Amount claimed, Amount caused) {

    /** A sum over all customers with its interval, customers as independent. */
    public record Amount(BigDecimal sum, BigDecimal low, BigDecimal high) {}
}
