package org.filorosso.simulator.clv;

/**
 * What a model knows of a customer, in units of time such as weeks.
 *
 * @param id of the customer
 * @param repeats purchases after the first, 0 or more
 * @param recency time from the first purchase to the last, 0 to {@code age}
 * @param age time from the first purchase to the end of observation
 * @param value mean value of the repeat purchases; NaN where nothing is known of values, ignored without repeats
 */
public record Buyer(String id, double repeats, double recency, double age, double value) {}
