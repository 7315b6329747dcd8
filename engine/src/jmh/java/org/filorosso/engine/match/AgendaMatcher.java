package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.filorosso.engine.playbook.Playbook;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.EntryPoint;

/**
 * The same rules matched in the ordinary way, to measure against: a session per layer and customer, an agenda, a
 * consequence per rule.
 */
public final class AgendaMatcher implements Matcher {

    private final List<BitSet> always;
    private final List<Answers> answers;
    private final KieBase base;

    private AgendaMatcher(List<BitSet> always, List<Answers> answers, KieBase base) {
        this.always = always;
        this.answers = answers;
        this.base = base;
    }

    public static AgendaMatcher of(Playbook playbook) {
        List<Folding> layers = DroolsMatcher.fold(playbook);
        List<LayerRules> rules = new ArrayList<>();
        layers.forEach(layer -> rules.add(new LayerRules(rules.size(), layer.rows())));
        ModelImpl model = new ModelImpl();
        rules.forEach(layer -> layer.rules().forEach(model::addRule));
        return new AgendaMatcher(
                layers.stream().map(Folding::always).toList(),
                rules.stream().map(layer -> new Answers(layer.constraints())).toList(),
                KieBaseBuilder.createKieBaseFromModel(model));
    }

    @Override
    public void match(int layer, Fact fact, BitSet rows) {
        rows.or(always.get(layer));
        Answers known = answers.get(layer);
        KieSession session = base.newKieSession();
        try {
            EntryPoint entry = session.getEntryPoint(LayerRules.entryPoint(layer));
            if (entry != null) {
                entry.insert(new Seen(fact, rows, known, known.asked()));
                session.fireAllRules();
            }
        } finally {
            session.dispose();
        }
    }
}
