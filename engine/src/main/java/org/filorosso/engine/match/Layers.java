package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Treatment;

/**
 * The passes in which a playbook's rows are matched, by what reads what: a pass that makes a name (stage, segments, a
 * variant) comes before every pass that reads it.
 *
 * @param layers in order; the last holds all the rows that make no name
 */
public record Layers(List<Layer> layers) {

    /**
     * Rows matched in one pass.
     *
     * @param makes what the pass makes
     * @param experiment the experiment it assigns, when {@code makes} is {@link Makes#VARIANT}
     */
    public record Layer(Makes makes, List<Row> rows, List<Experiment> experiment) {}

    /** What a pass makes. */
    public enum Makes {
        STAGE,
        SEGMENTS,
        VARIANT,
        CANDIDATES
    }

    public static Layers of(Playbook playbook) {
        List<Layer> open = new ArrayList<>();
        Playbook.Tables tables = playbook.tables();
        open.add(new Layer(
                Makes.STAGE, tables.lifecycle().stream().map(LifecycleRow::row).toList(), List.of()));
        open.add(new Layer(
                Makes.SEGMENTS, tables.segments().stream().map(SegmentRow::row).toList(), List.of()));
        tables.experiments().forEach(one -> open.add(new Layer(Makes.VARIANT, List.of(one.row()), List.of(one))));
        List<Layer> sorted = new Sorter(playbook).sort(open);
        sorted.add(new Layer(Makes.CANDIDATES, candidateRows(tables), List.of()));
        return new Layers(List.copyOf(sorted));
    }

    private static List<Row> candidateRows(Playbook.Tables tables) {
        return Stream.of(
                        tables.prices().stream().map(Price::row),
                        tables.treatments().stream().map(Treatment::row),
                        tables.engagement().stream().map(Engagement::row),
                        tables.contactPolicy().stream().map(ContactPolicy::row),
                        tables.arbitration().stream().map(Arbitration::row),
                        tables.propensity().stream().map(PropensityRow::row),
                        tables.coherence().stream().map(Coherence::row),
                        tables.journeys().stream().map(Journey::row))
                .flatMap(rows -> rows)
                .toList();
    }

    /** Orders layers so that what makes a name comes before what reads it; a valid playbook has no cycle. */
    private static final class Sorter {
        private final Playbook playbook;

        Sorter(Playbook playbook) {
            this.playbook = playbook;
        }

        List<Layer> sort(List<Layer> open) {
            List<Layer> sorted = new ArrayList<>();
            while (!open.isEmpty()) {
                Set<Integer> unmade = new HashSet<>();
                open.forEach(layer -> unmade.addAll(made(layer)));
                Layer next = open.stream()
                        .filter(layer -> reads(layer).stream().noneMatch(unmade::contains))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The stage, segments and experiments of the playbook read each other in a circle"));
                sorted.add(next);
                open.remove(next);
            }
            return sorted;
        }

        private Set<Integer> made(Layer layer) {
            return switch (layer.makes()) {
                case STAGE -> slot("stage");
                case SEGMENTS -> slot("segments");
                case VARIANT -> Set.of(layer.experiment().get(0).slot());
                case CANDIDATES -> Set.of();
            };
        }

        private Set<Integer> slot(String name) {
            var found = playbook.names().find(name);
            return found.isPresent() ? Set.of(found.getAsInt()) : Set.of();
        }

        private Set<Integer> reads(Layer layer) {
            Set<Integer> reads = new HashSet<>();
            for (Row row : layer.rows()) {
                row.conditions().forEach(condition -> {
                    follow(condition.slot(), reads);
                    condition.test().slots().forEach(slot -> follow(slot, reads));
                });
                Expr when = row.when();
                if (when != null) {
                    followAll(when.slots(), reads);
                }
            }
            return reads;
        }

        private void followAll(Collection<Integer> slots, Set<Integer> reads) {
            slots.forEach(slot -> follow(slot, reads));
        }

        private void follow(int slot, Set<Integer> reads) {
            if (!reads.add(slot)) {
                return;
            }
            if (playbook.names().slot(slot) instanceof Slot.Computed computed) {
                followAll(computed.expr().slots(), reads);
            }
            for (Attribute attribute : playbook.tables().attributes()) {
                Expr formula = attribute.formula();
                if (attribute.slot() == slot && formula != null) {
                    followAll(formula.slots(), reads);
                }
            }
        }
    }
}
