package org.filorosso.simulator.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.learn.Lessons;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;

/** Books what happened before the first day: units used, quotes that still stand, and what was learnt. */
final class Past {
    private final Playbook playbook;
    private final Ledger ledger;
    private final DailyCounts learnt;

    Past(Playbook playbook, Ledger ledger, DailyCounts learnt) {
        this.playbook = playbook;
        this.ledger = ledger;
        this.learnt = learnt;
    }

    void book(List<Member> members, Scene scene) {
        Instant start = scene.midnight(0).toInstant();
        for (Member member : members) {
            List<Interaction> rows = new ArrayList<>(member.interactions);
            if (!rows.isEmpty()) {
                units(rows);
                quotes(member, rows, start);
                for (Lessons.Lesson lesson : Lessons.of(rows, start)) {
                    Interaction row = lesson.row();
                    LocalDate day = row.at().atZone(scene.zone()).toLocalDate();
                    learnt.add(day, row.action(), row.channel(), "", lesson.accepted());
                }
            }
        }
    }

    private void units(List<Interaction> rows) {
        Map<String, Long> units = new HashMap<>();
        for (Interaction row : rows) {
            if (row.outcome() == Outcome.ACCEPTED || row.outcome() == Outcome.REVERSED) {
                units.merge(row.action(), row.outcome() == Outcome.ACCEPTED ? 1L : -1L, Long::sum);
            }
        }
        units.forEach(ledger::past);
    }

    /** What a quote of the past keeps of budgets is not known, since its cost is in no file. */
    private void quotes(Member member, List<Interaction> rows, Instant start) {
        for (State.Quote quote : StandingQuotes.of(playbook, rows)) {
            var action = playbook.catalogue().find(quote.action());
            boolean taken = rows.stream()
                    .anyMatch(row -> row.action().equals(quote.action()) && row.outcome() == Outcome.ACCEPTED);
            if (action != null && quote.until().isAfter(start) && !taken) {
                playbook.tables().channels().stream()
                        .filter(channel -> channel.name().equals(quote.channel()))
                        .findFirst()
                        .ifPresent(channel -> ledger.quote(
                                new Ledger.Held(member.id(), action.name()),
                                action,
                                quote.until(),
                                channel,
                                java.math.BigDecimal.ZERO));
            }
        }
    }
}
