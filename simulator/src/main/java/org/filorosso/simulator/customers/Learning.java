package org.filorosso.simulator.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.jspecify.annotations.Nullable;

/**
 * What the histories of all customers teach of acceptance: presented (or sent) and accepted, each once per interaction and
 * action. The stage of a past contact is in no file, so that learning ends at action x channel.
 */
final class Learning {
    private Learning() {}

    /** The counts as they weigh at a time; {@link BetaCounts#NONE} unless the playbook's propensity is adaptive. */
    static BetaCounts counts(Playbook playbook, Pasts pasts, ZonedDateTime at) {
        if (playbook.settings().arbitration().propensity() != PropensityModel.ADAPTIVE || pasts.isEmpty()) {
            return BetaCounts.NONE;
        }
        DailyCounts days = new DailyCounts();
        for (String id : pasts.ids()) {
            count(pasts.interactions(id), at, days);
        }
        return days.at(at.toLocalDate(), halfLife(playbook, at));
    }

    private static @Nullable Long halfLife(Playbook playbook, ZonedDateTime at) {
        Span span = playbook.settings().arbitration().halfLife();
        return span == null
                ? null
                : Math.max(1, ChronoUnit.DAYS.between(span.before(at).toLocalDate(), at.toLocalDate()));
    }

    private static void count(List<Interaction> rows, ZonedDateTime at, DailyCounts days) {
        Set<String> counted = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Interaction row = rows.get(i);
            Boolean accepted = accepted(row, rows);
            if (accepted != null && !row.at().isAfter(at.toInstant()) && counted.add(key(row, accepted))) {
                days.add(day(row, at.getZone()), row.action(), row.channel(), "", accepted);
            }
        }
    }

    private static @Nullable Boolean accepted(Interaction row, List<Interaction> rows) {
        return switch (row.outcome()) {
            case PRESENTED, SENT -> Boolean.FALSE;
            case ACCEPTED -> reversed(row, rows) ? null : Boolean.TRUE;
            default -> null;
        };
    }

    /** Whether the next acceptance or reversal of the action undoes this one. */
    private static boolean reversed(Interaction accepted, List<Interaction> rows) {
        return rows.stream()
                .filter(row ->
                        row.action().equals(accepted.action()) && row.at().isAfter(accepted.at()))
                .filter(row -> row.outcome() == Outcome.ACCEPTED || row.outcome() == Outcome.REVERSED)
                .min(java.util.Comparator.comparing(Interaction::at))
                .map(row -> row.outcome() == Outcome.REVERSED)
                .orElse(false);
    }

    private static String key(Interaction row, boolean accepted) {
        return row.id() + '\n' + row.action() + '\n' + accepted;
    }

    private static LocalDate day(Interaction row, ZoneId zone) {
        return row.at().atZone(zone).toLocalDate();
    }
}
