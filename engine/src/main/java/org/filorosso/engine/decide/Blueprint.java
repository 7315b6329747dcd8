package org.filorosso.engine.decide;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.filorosso.engine.decide.KnownSlots.Known;
import org.filorosso.engine.history.Questions;
import org.filorosso.engine.match.FactLayout;
import org.filorosso.engine.match.Layers;
import org.filorosso.engine.match.PlainMatcher;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;

/** What every decision of one playbook needs and none should work out again. Immutable after construction. */
final class Blueprint {

    final Playbook playbook;
    final Layers layers;
    final FactLayout layout;
    final Questions questions;
    final Groups groups;
    final KnownSlots slots;
    final EngagementIndex engagement;
    final TreatmentIndex treatments;
    final ByTarget<Arbitration> arbitration;
    final ByTarget<PropensityRow> propensity;
    final Exposure exposure;
    final Purposes purposes;
    final Products products;
    final PlainMatcher plain;
    final List<Row> dated;
    final Map<String, Integer> channels = new HashMap<>();
    final Map<Integer, List<Price>> prices = new HashMap<>();

    /** Slots that are not the same for one customer on two channels. */
    final BitSet channelled;

    /** The actions that stand for election at once, and those kept for when nothing else is left. */
    final ActionSet ordinary;

    final ActionSet fallbacks;
    final ActionSet service;
    final ActionSet capped;

    Blueprint(Playbook playbook) {
        this.playbook = playbook;
        this.layers = Layers.of(playbook);
        this.layout = FactLayout.of(playbook);
        this.questions = new Questions(playbook);
        this.groups = new Groups(playbook.catalogue());
        this.slots = new KnownSlots(playbook);
        this.channelled = layout.following(channelled(playbook));
        Playbook.Tables tables = playbook.tables();
        this.engagement = new EngagementIndex(playbook, groups);
        this.treatments = new TreatmentIndex(playbook);
        this.arbitration = byTarget(tables.arbitration(), Arbitration::target);
        this.propensity = byTarget(tables.propensity(), PropensityRow::target);
        this.dated = layers.layers().stream()
                .flatMap(layer -> layer.rows().stream())
                .filter(row -> !row.dates().always())
                .toList();
        tables.channels().forEach(channel -> channels.put(channel.name(), channel.index()));
        tables.prices()
                .forEach(price -> prices.computeIfAbsent(price.action(), unseen -> new java.util.ArrayList<>())
                        .add(price));
        this.fallbacks = where(Action::fallback);
        this.ordinary = where(action -> !action.fallback());
        this.service = where(Action::service);
        this.capped = where(action -> !action.dates().always()
                || action.limits().maxPerDay() != null
                || action.limits().maxTotal() != null);
        this.exposure = new Exposure(playbook);
        this.purposes = new Purposes(playbook);
        this.products = new Products(playbook);
        this.plain = PlainMatcher.of(playbook);
    }

    /** What is asked for, and what the layers make of it. */
    private BitSet channelled(Playbook playbook) {
        BitSet slots = new BitSet();
        List.of(Known.CHANNEL, Known.DIRECTION, Known.STAGE, Known.SEGMENTS)
                .forEach(name -> this.slots.mark(name, slots));
        playbook.tables().experiments().forEach(experiment -> slots.set(experiment.slot()));
        return slots;
    }

    private <T> ByTarget<T> byTarget(List<T> rows, Function<T, org.filorosso.engine.playbook.Target> target) {
        return new ByTarget<>(playbook.catalogue(), groups, rows, target);
    }

    private ActionSet where(java.util.function.Predicate<Action> holds) {
        ActionSet set = ActionSet.none(playbook.catalogue().size());
        playbook.catalogue().actions().stream().filter(holds).forEach(action -> set.add(action.index()));
        return set;
    }

    /** @throws IllegalArgumentException when the playbook has no such channel */
    Channel channel(String name) {
        Integer index = channels.get(name);
        if (index == null) {
            throw new IllegalArgumentException("The channel (" + name + ") is not one of the playbook "
                    + playbook.name() + ". Maybe one of " + String.join(", ", channels.keySet()));
        }
        return playbook.tables().channels().get(index);
    }
}
