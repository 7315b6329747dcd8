package org.filorosso.simulator.run.outbound;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Subject;
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
    private final Choices choices;
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

    /** @param choices asked by several threads */
    Plan(Choices choices, Scarcity scarcity, RunFolder folder, Steps steps) {
        this.choices = choices;
        this.scarcity = scarcity;
        this.folder = folder;
        this.steps = steps;
        this.market = new Market(scarcity.resources());
    }

    /**
     * How the work is cut.
     *
     * @param threads at least 1; changes no result
     * @param rows rows of a piece, at least 1: as much is decided again after a break
     * @param each told after each customer
     */
    record Steps(int threads, int rows, Runnable each) {}

    /** A row on its way. */
    private record Worked(
            Audience.Member row, Planned planned, @Nullable FlawException flaw) {}

    void decide(Audience.Pass customers, Flaws flaws) throws FlawException {
        String name = customers.name();
        List<Planned> known = folder.piece(pieces);
        while (known != null) {
            again(known, customers.next(known.size()), name, flaws);
            known = folder.piece(++pieces);
        }
        new InOrder(steps.threads())
                .<Audience.Member, Worked>run(
                        most -> List.copyOf(customers.next(most)),
                        this::work,
                        worked -> take(worked, name, flaws),
                        flaws);
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
                flaws.skip(flaw == null ? twice(row, name) : flaw);
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

    private Worked work(Audience.Member row) {
        try {
            Audience.Known known = row.known();
            Subject subject = known.subject();
            List<Choice> found = choices.of(subject, known.state());
            return new Worked(row, new Planned(subject.id(), subject.household(), found), null);
        } catch (FlawException e) {
            return new Worked(row, Planned.BAD, e);
        }
    }

    private void take(Worked worked, String name, Flaws flaws) {
        Planned planned = worked.planned();
        FlawException flaw = worked.flaw();
        if (flaw == null && !seen.add(planned.id())) {
            flaw = twice(worked.row(), name);
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
    private static FlawException twice(Audience.Member row, String name) {
        return new FlawException(new Flaw(
                name,
                row.line(),
                "id",
                row.id(),
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
