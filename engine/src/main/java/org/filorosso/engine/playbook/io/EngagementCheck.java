package org.filorosso.engine.playbook.io;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Engagement.Policy;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;

/** Warns of engagement rows that do not explain themselves or protect less than they seem to. */
final class EngagementCheck {
    private final Playbook playbook;
    private final Tables tables;
    private final Set<Integer> ofCustomers = new HashSet<>();
    private final Set<Integer> derived = new HashSet<>();
    private final Map<Integer, Attribute> bySlot = new LinkedHashMap<>();
    private final Reads reads;

    EngagementCheck(Playbook playbook, Tables tables) {
        this.playbook = playbook;
        this.tables = tables;
        this.reads = new Reads(playbook.names());
        for (Attribute attribute : playbook.tables().attributes()) {
            bySlot.put(attribute.slot(), attribute);
            switch (attribute.source()) {
                case CUSTOMER -> ofCustomers.add(attribute.slot());
                case DERIVED -> derived.add(attribute.slot());
                case CONTEXT -> {}
            }
        }
    }

    void check() {
        Map<List<Object>, List<Engagement>> levels = new LinkedHashMap<>();
        for (Engagement one : playbook.tables().engagement()) {
            checkReason(one);
            checkUnknown(one);
            if (one.only()) {
                levels.computeIfAbsent(List.of(one.policy(), one.target().path()), key -> new ArrayList<>())
                        .add(one);
            }
        }
        levels.values().forEach(this::checkEnd);
    }

    private Entry line(Engagement one) {
        return tables.at("engagement", one.row().line());
    }

    private void checkReason(Engagement one) {
        if (one.row().reason().isEmpty()) {
            line(one)
                    .warn(
                            Code.NO_REASON,
                            "reason",
                            "the row can drop an action, and agents would not read why",
                            "Maybe one sentence: what the customer has or lacks.");
        }
    }

    private void checkUnknown(Engagement one) {
        if (one.policy() == Policy.ELIGIBILITY && !one.only() && !line(one).has("if unknown")) {
            Attribute read = customerAttribute(one.row());
            if (read != null) {
                line(one)
                        .warn(
                                Code.UNKNOWN_UNSAID,
                                "if unknown",
                                "the row is to protect people, and does not say what holds when \"" + read.name()
                                        + "\" is missing",
                                "Maybe match: nobody is offered it of whom we do not know; or skip.");
            }
        }
    }

    private @Nullable Attribute customerAttribute(Row row) {
        Set<Integer> slots = new TreeSet<>();
        row.conditions().forEach(condition -> {
            slots.add(condition.slot());
            slots.addAll(condition.test().slots());
        });
        if (row.when() != null) {
            slots.addAll(row.when().slots());
        }
        return behind(slots).stream()
                .filter(ofCustomers::contains)
                .map(bySlot::get)
                .findFirst()
                .orElse(null);
    }

    /** The slots and those that derived attributes are computed from. */
    private Set<Integer> behind(Set<Integer> slots) {
        Set<Integer> found = reads.expand(slots);
        Set<Integer> next = new TreeSet<>();
        found.stream().filter(derived::contains).map(bySlot::get).forEach(attribute -> {
            if (attribute.formula() != null) {
                next.addAll(reads.expand(attribute.formula().slots()));
            }
        });
        return found.containsAll(next) ? found : behind(union(found, next));
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        Set<Integer> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private void checkEnd(List<Engagement> level) {
        Engagement last = level.get(0);
        for (Engagement one : level) {
            last = ends(one.row().dates().until(), last.row().dates().until()) ? last : one;
        }
        ZonedDateTime end = last.row().dates().until();
        Action longer = end == null ? null : outliving(last, end);
        if (longer != null) {
            line(last)
                    .warn(
                            Code.LEVEL_OPENS,
                            "until",
                            "after this the level has no \"only\" row left, so \"" + longer.name()
                                    + "\" is open to everybody",
                            "Maybe leave until empty, or end the action as well.");
        }
    }

    // null is without end
    private static boolean ends(@Nullable ZonedDateTime one, @Nullable ZonedDateTime other) {
        return other == null || (one != null && !one.isAfter(other));
    }

    private @Nullable Action outliving(Engagement row, ZonedDateTime end) {
        for (int index : row.target().actions().toArray()) {
            Action action = playbook.catalogue().get(index);
            ZonedDateTime until = action.dates().until();
            if (until == null || until.isAfter(end)) {
                return action;
            }
        }
        return null;
    }
}
