package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.filorosso.engine.playbook.Playbook;

/**
 * Matches on Drools: one rule base per playbook revision, one entry point per layer, rules built from the typed model.
 *
 * <p>Building costs some tenths of a second for thousands of rows; matching is safe on any number of threads.
 */
public final class DroolsMatcher implements Matcher {

    private final List<BitSet> always;
    private final RuleNetwork network;

    private DroolsMatcher(List<BitSet> always, RuleNetwork network) {
        this.always = always;
        this.network = network;
    }

    public static DroolsMatcher of(Playbook playbook) {
        List<Folding> layers = fold(playbook);
        List<LayerRules> rules = new ArrayList<>();
        layers.forEach(layer -> rules.add(new LayerRules(rules.size(), layer.rows())));
        return new DroolsMatcher(layers.stream().map(Folding::always).toList(), RuleNetwork.of(rules));
    }

    /** The rows of every layer as they go into the rule base. */
    static List<Folding> fold(Playbook playbook) {
        FactLayout layout = FactLayout.of(playbook);
        return Layers.of(playbook).layers().stream()
                .map(layer -> Folding.of(layer.rows(), layout, playbook.names()))
                .toList();
    }

    @Override
    public void match(int layer, Fact fact, BitSet rows) {
        rows.or(always.get(layer));
        network.match(layer, fact, rows);
    }
}
