package org.filorosso.simulator.review.price;

/**
 * What one rule does to the answers of many customers, taken away on its own. Rules that overlap hide each other: the
 * prices of several do not add up.
 *
 * @param table such as {@code engagement}
 * @param rule id of the row
 * @param source such as {@code engagement.csv:31}
 * @param reason may be empty
 * @param looked decisions in which it might have mattered and which were decided again without it
 * @param changed decisions whose first result is another one without it
 * @param priority what it adds to the priority of first results, summed: negative is what it costs
 * @param contacts what it adds to the number of decisions with an action: negative is what it costs
 */
public record PriceTag(
        String table,
        String rule,
        String source,
        String reason,
        long looked,
        long changed,
        double priority,
        long contacts) {}
