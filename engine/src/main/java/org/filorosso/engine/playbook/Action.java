package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be proposed to a customer.
 *
 * @param index dense number in the {@link Catalogue}, from 0, in file order
 * @param line line in actions.csv
 * @param purpose {@code service}, one of the playbook's purposes, or null (what the channel asks for)
 * @param terms what it is worth and costs
 * @param limits caps and promises
 * @param lever own lever as a fraction: 0.2 is +20%
 * @param again true when it may be offered to who already has it
 * @param fallback true when it is considered only when nothing else is left
 */
public record Action(
        int index,
        int line,
        String issue,
        String group,
        String name,
        Playbook.Texts title,
        @Nullable String product,
        @Nullable String purpose,
        Terms terms,
        Limits limits,
        Dates dates,
        double lever,
        boolean again,
        boolean fallback) {

    public static final String SERVICE = "service";

    public String path() {
        return issue + "/" + group + "/" + name;
    }

    /** A service action needs no consent and is exempt from contact policy and holdout. */
    public boolean service() {
        return SERVICE.equals(purpose);
    }

    /**
     * Money of an action, each a FEEL number in the playbook's currency or null when the column is empty.
     *
     * @param value margin of an acceptance over 12 months, before {@code cost}
     * @param cost what an acceptance costs
     * @param price the terms quoted to the customer
     */
    public record Terms(
            @Nullable Expr value,
            @Nullable Expr cost,
            @Nullable Expr price) {}

    /**
     * Caps and promises of an action; null is none.
     *
     * @param maxPerDay acceptances over all customers in a day
     * @param maxTotal acceptances over all customers
     * @param quoteValid how long terms once presented are honoured
     * @param due how long an acceptance may wait for its fulfilment
     */
    public record Limits(
            @Nullable Integer maxPerDay,
            @Nullable Integer maxTotal,
            @Nullable Span quoteValid,
            @Nullable Span due) {

        public static final Limits NONE = new Limits(null, null, null, null);
    }
}
