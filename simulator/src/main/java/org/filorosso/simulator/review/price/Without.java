package org.filorosso.simulator.review.price;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/**
 * The same playbook without one row. The row stays where it is and ends long ago: a row out of its dates is as if it were
 * not there, and every other row keeps its index.
 */
final class Without {
    private final Playbook playbook;
    private final Dates over;

    Without(Playbook playbook) {
        this.playbook = playbook;
        this.over = new Dates(null, Instant.EPOCH.atZone(playbook.settings().zone()));
    }

    /** @param gone a row of engagement, contact-policy, arbitration, coherence or journeys */
    Playbook row(Row gone) {
        Playbook.Tables t = playbook.tables();
        Row ended = new Row(
                gone.index(),
                gone.id(),
                gone.table(),
                gone.line(),
                gone.conditions(),
                gone.when(),
                gone.whenUnknown(),
                over,
                gone.reason());
        Playbook.Tables tables = new Playbook.Tables(
                t.attributes(),
                t.lifecycle(),
                t.segments(),
                t.events(),
                t.lists(),
                t.channels(),
                t.prices(),
                t.budgets(),
                t.treatments(),
                end(t.engagement(), one -> one.row() == gone ? engagement(one, ended) : one),
                end(t.contactPolicy(), one -> one.row() == gone ? contactPolicy(one, ended) : one),
                end(t.arbitration(), one -> one.row() == gone ? arbitration(one, ended) : one),
                t.propensity(),
                end(t.coherence(), one -> one.row() == gone ? coherence(one, ended) : one),
                end(t.journeys(), one -> one.row() == gone ? journey(one, ended) : one),
                t.experiments(),
                t.kpis());
        return new Playbook(
                playbook.revision(),
                playbook.settings(),
                playbook.names(),
                tables,
                playbook.catalogue(),
                playbook.rowCount());
    }

    private static <T> List<T> end(List<T> rows, UnaryOperator<T> end) {
        return rows.stream().map(end).toList();
    }

    private static Engagement engagement(Engagement one, Row row) {
        return new Engagement(row, one.policy(), one.target(), one.only());
    }

    private static ContactPolicy contactPolicy(ContactPolicy one, Row row) {
        return new ContactPolicy(
                row,
                one.target(),
                one.per(),
                one.channels(),
                one.direction(),
                one.outcomes(),
                one.limit(),
                one.within(),
                one.suppress(),
                one.level());
    }

    private static Arbitration arbitration(Arbitration one, Row row) {
        return new Arbitration(row, one.target(), one.lever(), one.weight());
    }

    private static Coherence coherence(Coherence one, Row row) {
        return new Coherence(row, one.kind(), one.target(), one.other(), one.outcomes(), one.within(), one.better());
    }

    private static Journey journey(Journey one, Row row) {
        return new Journey(
                row,
                one.journey(),
                one.step(),
                one.target(),
                one.after(),
                one.outcome(),
                one.afterEvent(),
                one.within(),
                one.effect(),
                one.weight(),
                one.decay());
    }
}
