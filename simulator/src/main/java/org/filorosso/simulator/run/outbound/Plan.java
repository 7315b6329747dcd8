package org.filorosso.simulator.run.outbound;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.allocation.Market;
import org.jspecify.annotations.Nullable;

/**
 * The first half of a run: what each customer could be contacted with. Written to the run's folder piece by piece, in the
 * order of the customer file; pieces that are there already are taken as they are.
 */
final class Plan {
    private final PlanWork work;
    private final Scarcity scarcity;
    private final RunFolder folder;
    private final Steps steps;
    private final Market market;
    private final SeenIds seen = new SeenIds();
    private final List<Planned> piece = new ArrayList<>();
    private int pieces;
    private long rows;
    private long bad;
    private long silent;

    /** @param work done by several threads */
    Plan(PlanWork work, Scarcity scarcity, RunFolder folder, Steps steps) {
        this.work = work;
        this.scarcity = scarcity;
        this.folder = folder;
        this.steps = steps;
        this.market = new Market(scarcity.resources());
    }

    /**
     * How the work is cut.
     *
     * @param threads at least 1; changes no result
     * @param hands work instead of the threads, or null
     * @param rows rows of a piece, at least 1: as much is decided again after a break
     * @param each told after each customer
     */
    record Steps(int threads, InOrder.@Nullable Hands<Audience.Member, Worked> hands, int rows, Runnable each) {}

    void decide(Audience.Pass customers, Flaws flaws) throws FlawException {
        String name = customers.name();
        List<Planned> known = folder.piece(pieces);
        while (known != null) {
            again(known, customers.next(known.size()), name, flaws);
            known = folder.piece(++pieces);
        }
        InOrder.Source<Audience.Member> source = most -> List.copyOf(customers.next(most));
        InOrder.Hands<Audience.Member, Worked> hands = steps.hands();
        if (hands == null) {
            new InOrder(steps.threads()).run(source, work, worked -> take(worked, name, flaws), flaws);
        } else {
            InOrder.share(source, hands, worked -> take(worked, name, flaws), flaws);
        }
        if (!piece.isEmpty()) {
            finish();
        }
    }

    /** What an earlier run has decided. */
    private void again(List<Planned> known, List<? extends Audience.Member> read, String name, Flaws flaws)
            throws FlawException {
        if (read.size() != known.size()) {
            throw new IllegalStateException("A piece of the plan has more rows than the file that it was made of");
        }
        for (int i = 0; i < known.size(); i++) {
            Planned planned = known.get(i);
            if (planned.bad()) {
                Audience.Member row = read.get(i);
                FlawException flaw = flawOf(row);
                flaws.skip(flaw == null ? twice(row.line(), row.id(), name) : flaw);
            } else {
                seen.add(planned.id());
            }
            count(planned);
        }
    }

    private static @Nullable FlawException flawOf(Audience.Member row) {
        try {
            row.known();
            return null;
        } catch (FlawException e) {
            return e;
        }
    }

    private void take(Worked worked, String name, Flaws flaws) {
        Planned planned = worked.planned();
        FlawException flaw = worked.flaw();
        if (flaw == null && !seen.add(planned.id())) {
            flaw = twice(worked.line(), worked.id(), name);
            planned = Planned.BAD;
        }
        if (flaw != null) {
            flaws.skip(flaw);
        }
        count(planned);
        piece.add(planned);
        if (piece.size() == steps.rows()) {
            finish();
        }
        steps.each().run();
    }

    /** Whom one row contacts, another must not contact again. */
    private static FlawException twice(long line, String id, String name) {
        return new FlawException(new Flaw(
                name,
                line,
                "id",
                id,
                "stands in an earlier row, too",
                "Maybe remove one of them: a run contacts a customer once."));
    }

    private void count(Planned planned) {
        rows++;
        bad += planned.bad() ? 1 : 0;
        silent += !planned.bad() && planned.choices().isEmpty() ? 1 : 0;
        market.customer();
        for (Choice choice : planned.choices()) {
            market.option(choice.offer().priority(), choice.rank(), scarcity.needs(choice));
        }
    }

    private void finish() {
        folder.write(pieces++, List.copyOf(piece));
        piece.clear();
    }

    Market market() {
        return market;
    }

    int pieces() {
        return pieces;
    }

    long rows() {
        return rows;
    }

    long bad() {
        return bad;
    }

    long silent() {
        return silent;
    }
}
