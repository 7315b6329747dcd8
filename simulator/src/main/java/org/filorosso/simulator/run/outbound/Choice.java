package org.filorosso.simulator.run.outbound;

import org.filorosso.engine.decide.Offer;

/**
 * One contact that could be made: what would be said, and where.
 *
 * @param channel index of the channel in the playbook
 * @param rank place of the channel in the customer's order, from 0
 */
record Choice(int channel, int rank, Offer offer) {}
