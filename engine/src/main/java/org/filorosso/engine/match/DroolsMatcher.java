package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.impl.InternalRuleBase;
import org.drools.modelcompiler.KieBaseBuilder;
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
        RuleModel model = new RuleModel();
        Map<String, int[]> rules = new HashMap<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            rules.putAll(model.add(entryPoint(layer), layers.get(layer).rows()));
        }
        InternalRuleBase base = KieBaseBuilder.createKieBaseFromModel(model.model());
        return new DroolsMatcher(layers.stream().map(Folding::always).toList(), RuleNetwork.of(base, rules));
    }

    /** The rows of every layer as they go into the rule base. */
    static List<Folding> fold(Playbook playbook) {
        FactLayout layout = FactLayout.of(playbook);
        Selectivity selectivity = new Selectivity(playbook.names());
        List<Folding> layers = new ArrayList<>();
        for (Layers.Layer layer : Layers.of(playbook).layers()) {
            layers.add(Folding.of(layer.rows(), layout, selectivity));
        }
        return layers;
    }

    static String entryPoint(int layer) {
        return "layer-" + layer;
    }

    @Override
    public void match(int layer, Fact fact, BitSet rows) {
        rows.or(always.get(layer));
        network.send(entryPoint(layer), new Seen(fact, rows));
    }
}
