package org.filorosso.simulator.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.learn.Lessons;
import org.filorosso.engine.learn.Lessons.Lesson;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;

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
        return days.at(at, playbook.settings().arbitration().halfLife());
    }

    private static void count(List<Interaction> rows, ZonedDateTime at, DailyCounts days) {
        for (Lesson lesson : Lessons.of(rows, at.toInstant())) {
            Interaction row = lesson.row();
            days.add(day(row, at.getZone()), row.action(), row.channel(), "", lesson.accepted());
        }
    }

    private static LocalDate day(Interaction row, ZoneId zone) {
        return row.at().atZone(zone).toLocalDate();
    }
}
