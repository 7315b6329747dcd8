package org.filorosso.simulator.calibration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Attribute.Source;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.ScopeName;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.io.WorldRow;
import org.filorosso.simulator.world.ContactTrait;
import org.jspecify.annotations.Nullable;

/** Tells which rows of a world a log can answer: those that read nothing but what the log, or a customer file, holds. */
final class Readable {
    private static final Set<ScopeName> OF_CUSTOMER = Set.of(
            ScopeName.LANGUAGE, ScopeName.HOUSEHOLD, ScopeName.LISTS, ScopeName.CONSENTS, ScopeName.PREFERRED_CHANNELS);

    private final Playbook world;
    private final Set<String> hidden;
    private final boolean customers;

    /**
     * @param world the world's own playbook
     * @param hidden names that no log holds
     * @param customers whether a customer file is given
     */
    Readable(Playbook world, Set<String> hidden, boolean customers) {
        this.world = world;
        this.hidden = hidden;
        this.customers = customers;
    }

    /** Why a row cannot be answered, or null. */
    @Nullable
    String obstacle(WorldRow row) {
        Set<Integer> slots = new HashSet<>();
        follow(row.row(), slots);
        follow(row.effect(), slots);
        Set<String> reasons = new TreeSet<>();
        for (int slot : slots) {
            String reason = obstacle(slot);
            if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons.isEmpty() ? null : String.join("; ", reasons);
    }

    private @Nullable String obstacle(int slot) {
        if (!(world.names().slot(slot) instanceof Slot.Named named)) {
            return null;
        }
        String name = named.name();
        if (hidden.contains(name)) {
            return "\"" + name + "\" is hidden";
        }
        if (name.equals(ContactTrait.SATISFACTION.words()) || name.equals(ScopeName.DAYS_IN_STAGE.words())) {
            return "\"" + name + "\" is in no log";
        }
        if (customers || !ofCustomer(slot, name)) {
            return isContext(slot) && !traits().contains(name) ? "\"" + name + "\" came with the request" : null;
        }
        return "\"" + name + "\" needs --customers";
    }

    private boolean ofCustomer(int slot, String name) {
        return name.equals(ContactTrait.UNWANTED_CHANNEL.words())
                || ScopeName.of(name).filter(OF_CUSTOMER::contains).isPresent()
                || has(slot, Source.CUSTOMER);
    }

    private boolean isContext(int slot) {
        return has(slot, Source.CONTEXT);
    }

    private boolean has(int slot, Source source) {
        return world.tables().attributes().stream()
                .anyMatch(attribute -> attribute.slot() == slot && attribute.source() == source);
    }

    private static Set<String> traits() {
        return Arrays.stream(ContactTrait.values()).map(ContactTrait::words).collect(Collectors.toSet());
    }

    private void follow(Row row, Set<Integer> slots) {
        row.conditions().forEach(condition -> {
            follow(condition.slot(), slots);
            condition.test().slots().forEach(slot -> follow(slot, slots));
        });
        Expr when = row.when();
        if (when != null) {
            follow(when, slots);
        }
    }

    private void follow(Expr expr, Set<Integer> slots) {
        expr.slots().forEach(slot -> follow(slot, slots));
    }

    /** What a name is made of counts too: formulas, and the tables that give stage and segments. */
    private void follow(int slot, Set<Integer> slots) {
        if (slot < 0 || !slots.add(slot)) {
            return;
        }
        if (world.names().slot(slot) instanceof Slot.Computed computed) {
            follow(computed.expr(), slots);
        } else if (is(slot, ScopeName.STAGE)) {
            world.tables().lifecycle().stream().map(LifecycleRow::row).forEach(row -> follow(row, slots));
        } else if (is(slot, ScopeName.SEGMENTS)) {
            world.tables().segments().stream().map(SegmentRow::row).forEach(row -> follow(row, slots));
        }
        for (Attribute attribute : world.tables().attributes()) {
            Expr formula = attribute.formula();
            if (attribute.slot() == slot && formula != null) {
                follow(formula, slots);
            }
        }
    }

    private boolean is(int slot, ScopeName name) {
        return world.names().find(name.words()).orElse(-1) == slot;
    }
}
