package org.filorosso.simulator.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.io.WorldRow;

/** The slots of a world's playbook that its rows read, directly or by way of a formula. Not thread-safe. */
final class ReadSlots {
    private static final String SEGMENTS = "segments";
    private static final List<String> WORTH =
            List.of("recency", "frequency", "monetary", "rfm", "customer value", "value change");

    private final Playbook playbook;
    private final Map<Integer, Expr> formulas = new HashMap<>();
    private final Set<Integer> slots = new HashSet<>();

    ReadSlots(Playbook playbook) {
        this.playbook = playbook;
        for (Attribute attribute : playbook.tables().attributes()) {
            Expr formula = attribute.formula();
            if (formula != null) {
                formulas.put(attribute.slot(), formula);
            }
        }
    }

    /** Adds what the conditions of a row read. */
    void conditions(Row row) {
        row.conditions().forEach(condition -> {
            follow(condition.slot());
            followAll(condition.test().slots());
        });
        Expr when = row.when();
        if (when != null) {
            followAll(when.slots());
        }
    }

    /** Adds what the effect of a row reads. */
    void effect(WorldRow row) {
        followAll(row.effect().slots());
    }

    /** Whether a name is read; no for a name that is not in scope. */
    boolean has(String name) {
        var slot = playbook.names().find(name);
        return slot.isPresent() && slots.contains(slot.getAsInt());
    }

    /**
     * The playbook without what is not needed to tell the stage and which of these rows match: attributes, segments and
     * experiments that nothing reads, the measured worth, and other rows. Slots and the numbers of rows stay as they are.
     */
    static Playbook needed(Playbook playbook, List<WorldRow> rows) {
        ReadSlots read = new ReadSlots(playbook);
        Set<Integer> own = new HashSet<>();
        for (WorldRow row : rows) {
            read.conditions(row.row());
            read.effect(row);
            own.add(row.row().index());
        }
        return read.part(own);
    }

    private Playbook part(Set<Integer> rows) {
        Playbook.Tables all = playbook.tables();
        all.lifecycle().forEach(row -> conditions(row.row()));
        makers();
        Playbook.Tables tables = new Playbook.Tables(
                all.attributes().stream()
                        .filter(one -> slots.contains(one.slot()))
                        .toList(),
                all.lifecycle(),
                has(SEGMENTS) ? all.segments() : List.of(),
                all.events(),
                all.lists(),
                all.channels(),
                all.prices(),
                all.budgets(),
                all.treatments(),
                all.engagement(),
                all.contactPolicy(),
                all.arbitration().stream()
                        .filter(row -> rows.contains(row.row().index()))
                        .toList(),
                all.propensity(),
                all.coherence(),
                all.journeys(),
                all.experiments().stream()
                        .filter(one -> slots.contains(one.slot()))
                        .toList(),
                all.kpis());
        return new Playbook(
                playbook.revision(),
                WORTH.stream().anyMatch(this::has) ? playbook.settings() : worthless(playbook.settings()),
                playbook.names(),
                tables,
                playbook.catalogue(),
                playbook.rowCount());
    }

    /** Where nothing reads what a customer is worth, it is not measured. */
    private static Settings worthless(Settings all) {
        return new Settings(
                all.name(),
                all.title(),
                all.zone(),
                all.currency(),
                all.languages(),
                all.history(),
                all.purposes(),
                all.reasons(),
                all.holidays(),
                null,
                all.attribution(),
                all.arbitration(),
                all.holdout(),
                all.arms(),
                all.keep(),
                all.importId(),
                all.locale());
    }

    /** Who reads a segment or a variant reads what makes it; that may read others. */
    private void makers() {
        int known = -1;
        while (known != slots.size()) {
            known = slots.size();
            if (has(SEGMENTS)) {
                playbook.tables().segments().forEach(row -> conditions(row.row()));
            }
            for (Experiment experiment : playbook.tables().experiments()) {
                if (slots.contains(experiment.slot())) {
                    conditions(experiment.row());
                }
            }
        }
    }

    private void followAll(Collection<Integer> read) {
        read.forEach(this::follow);
    }

    private void follow(int slot) {
        if (!slots.add(slot)) {
            return;
        }
        Expr formula = formulas.get(slot);
        if (formula != null) {
            followAll(formula.slots());
        }
        if (playbook.names().slot(slot) instanceof Slot.Computed computed) {
            followAll(computed.expr().slots());
        }
    }
}
