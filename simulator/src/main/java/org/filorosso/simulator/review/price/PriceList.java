package org.filorosso.simulator.review.price;

import java.util.List;

/**
 * The price tags of a playbook over a file of customers.
 *
 * @param customers decided
 * @param skipped left out by the sample
 * @param priority of the first results, summed, with all rules
 * @param contacts decisions with an action, with all rules; one a customer for each channel and direction asked
 * @param tags the largest effect on priority first, then on contacts
 */
public record PriceList(long customers, long skipped, double priority, long contacts, List<PriceTag> tags) {}
