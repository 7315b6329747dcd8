package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.simulation.ActionShare.Amount;
import org.filorosso.simulator.simulation.OfferRows.Offered;

/**
 * Shares what an arm causes out among its actions. Under common random numbers the effect on each single customer is known: what
 * he pays, less what he pays when nobody contacts him. It goes in equal parts to his acceptances, or, where he accepted nothing,
 * to the offers that he saw; so the shares of all actions add up to what the arm causes. Not thread-safe.
 */
final class ActionShares {
    private final String arm;
    private final Map<String, String> owners;
    private final Map<String, Sums> actions = new TreeMap<>();
    private final Map<String, Sums> teams = new TreeMap<>();
    private long customers;

    /** Sums over customers, and of squares. */
    private static final class Sums {
        private long presented;
        private long accepted;
        private double value;
        private double valueSquares;
        private double caused;
        private double causedSquares;
    }

    /** Of one customer. */
    private static final class Part {
        private long presented;
        private long accepted;
        private double value;
        private double caused;
    }

    /** @param owners of actions by name */
    ActionShares(String arm, Map<String, String> owners) {
        this.arm = arm;
        this.owners = owners;
    }

    /** @param caused what one customer pays more than without contact */
    void add(List<Offered> offers, double caused) {
        customers++;
        long accepted = offers.stream().mapToLong(Offered::accepted).sum();
        long presented = offers.stream().mapToLong(Offered::presented).sum();
        double whole = accepted > 0 ? accepted : presented;
        Map<String, Part> byOwner = new HashMap<>();
        for (Offered one : offers) {
            double share = whole == 0 ? 0 : (accepted > 0 ? one.accepted() : one.presented()) / whole * caused;
            Part part = new Part();
            count(part, one, share);
            add(actions, one.action(), part);
            count(byOwner.computeIfAbsent(owners.getOrDefault(one.action(), ""), unseen -> new Part()), one, share);
        }
        byOwner.forEach((owner, part) -> add(teams, owner, part));
    }

    private static void count(Part part, Offered one, double share) {
        part.presented += one.presented();
        part.accepted += one.accepted();
        part.value += one.value();
        part.caused += share;
    }

    private static void add(Map<String, Sums> all, String name, Part part) {
        Sums sums = all.computeIfAbsent(name, unseen -> new Sums());
        sums.presented += part.presented;
        sums.accepted += part.accepted;
        sums.value += part.value;
        sums.valueSquares += part.value * part.value;
        sums.caused += part.caused;
        sums.causedSquares += part.caused * part.caused;
    }

    /** Actions by name, then owners; of owners nothing where nobody is named. */
    List<ActionShare> shares(double alpha) {
        List<ActionShare> shares = new ArrayList<>();
        actions.forEach((name, sums) -> shares.add(share("action", name, sums, alpha)));
        if (!owners.isEmpty()) {
            teams.forEach((name, sums) -> shares.add(share("owner", name, sums, alpha)));
        }
        return shares;
    }

    private ActionShare share(String kind, String name, Sums sums, double alpha) {
        return new ActionShare(
                arm,
                kind,
                name,
                sums.presented,
                sums.accepted,
                amount(sums.value, sums.valueSquares, alpha),
                amount(sums.caused, sums.causedSquares, alpha));
    }

    private Amount amount(double sum, double squares, double alpha) {
        double spread = customers < 2
                ? 0
                : Math.sqrt(Math.max(0, squares - sum * sum / customers) * customers / (customers - 1.0));
        double reach = Difference.quantile(customers, 1 - alpha / 2) * spread;
        return new Amount(Figures.of(sum), Figures.of(sum - reach), Figures.of(sum + reach));
    }
}
