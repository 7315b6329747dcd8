package org.filorosso.engine.playbook.io;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.filorosso.engine.playbook.Treatment;

/** Warns of actions that nobody can be offered, and of those that begin with a guess. */
final class ActionCheck {
    private static final int DAYS = 7;

    private final Playbook playbook;
    private final Tables tables;
    private final ZonedDateTime now;

    ActionCheck(Playbook playbook, Tables tables, LocalDate today) {
        this.playbook = playbook;
        this.tables = tables;
        this.now = today.atStartOfDay(playbook.settings().zone());
    }

    void check() {
        Map<Integer, List<Treatment>> treatments = new HashMap<>();
        playbook.tables()
                .treatments()
                .forEach(one -> treatments
                        .computeIfAbsent(one.action(), key -> new ArrayList<>())
                        .add(one));
        playbook.catalogue()
                .actions()
                .forEach(action -> check(action, treatments.getOrDefault(action.index(), List.of())));
        checkPropensity();
    }

    private void check(Action action, List<Treatment> treatments) {
        Entry line = tables.at("actions", action.line());
        if (over(action.dates())) {
            line.warn(Code.EXPIRED, "until", "the action is over", "Maybe a later date, or drop the row.");
        } else if (treatments.isEmpty()) {
            line.warn(
                    Code.NO_TREATMENT,
                    "action",
                    "the action has no treatment, so it is said nowhere",
                    "Maybe add a row to treatments.");
        } else if (treatments.stream().allMatch(one -> over(one.row().dates()))) {
            line.warn(
                    Code.EXPIRED,
                    "action",
                    "all treatments of the action are over",
                    "Maybe a later date in treatments.");
        } else if (treatments.stream()
                .allMatch(one -> shut(playbook.tables().channels().get(one.channel())))) {
            line.warn(
                    Code.NO_OPEN_CHANNEL,
                    "action",
                    "all channels that the action has a treatment for are shut: no capacity, or quiet at all times",
                    "Maybe a treatment for another channel.");
        }
    }

    private boolean over(Dates dates) {
        return dates.until() != null && !dates.until().isAfter(now);
    }

    private static boolean shut(Channel channel) {
        Integer capacity = channel.capacityPerDay();
        boolean none =
                (capacity != null && capacity == 0) || channel.quiet().days().size() == DAYS;
        return !channel.open(Direction.INBOUND) && none;
    }

    private void checkPropensity() {
        if (playbook.settings().arbitration().propensity() == PropensityModel.OFF) {
            return;
        }
        ActionSet believed = ActionSet.none(playbook.catalogue().size());
        playbook.tables()
                .propensity()
                .forEach(row -> believed.addAll(row.target().actions()));
        for (Action action : playbook.catalogue().actions()) {
            if (!believed.contains(action.index())) {
                tables.at("actions", action.line())
                        .warn(
                                Code.NO_PROPENSITY,
                                "action",
                                "no row of propensity is about the action, so it begins with prior 0.5 and strength 2",
                                "Maybe a row with the target *.");
            }
        }
    }
}
