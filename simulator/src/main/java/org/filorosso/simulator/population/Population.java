package org.filorosso.simulator.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.WorldReader;

/**
 * Who the customers are, and what they do.
 *
 * @param prefix what generated ids begin with
 * @param traits in an order in which each comes after those it looks at
 * @param consents by purpose
 * @param preferred how often a channel is named first, by channel; they need not add up to 1
 * @param stated share of customers who name channels
 * @param households share of customers who live with the one before them
 */
public record Population(
        String prefix,
        List<Trait> traits,
        Copula copula,
        Map<String, Consenting> consents,
        Map<String, Double> preferred,
        double stated,
        double households,
        Behaviour behaviour) {

    /** A population with its own copy of the traits. */
    public Population {
        traits = List.copyOf(traits);
    }

    /**
     * Something that a customer is or has.
     *
     * @param hidden whether no rule may know it
     */
    public record Trait(String name, boolean hidden, Distribution distribution) {}

    /** What customers said when they were asked for a consent: shares of those who granted and of those who refused. */
    public record Consenting(double granted, double refused) {}

    /** The hidden traits, as names that a world may read. */
    public List<WorldReader.Trait> hidden() {
        List<WorldReader.Trait> hidden = new ArrayList<>();
        for (Trait trait : traits) {
            if (trait.hidden()) {
                hidden.add(new WorldReader.Trait(
                        trait.name(), "customer", trait.distribution().type()));
            }
        }
        return hidden;
    }
}
