package org.filorosso.engine.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.AlphaIndex;
import org.drools.model.Declaration;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;

/**
 * The folded rows of one layer as rules of Drools' canonical model: objects all the way, no rule text, so that nothing is
 * ever compiled and no cell can become code.
 */
final class LayerRules {

    private final String entryPoint;
    private final Map<CellConstraint, SharedConstraint> shared = new HashMap<>();
    private final List<SharedConstraint> constraints = new ArrayList<>();
    private final Map<String, int[]> rows = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    LayerRules(int layer, List<FoldedRow> folded) {
        this.entryPoint = entryPoint(layer);
        folded.forEach(row -> rules.add(rule(row)));
    }

    /** Where the facts of a layer enter the network. */
    static String entryPoint(int layer) {
        return "layer-" + layer;
    }

    List<Rule> rules() {
        return rules;
    }

    /** By their number. */
    List<SharedConstraint> constraints() {
        return constraints;
    }

    /** {@link org.filorosso.engine.playbook.Row#index()} of the rows behind each rule, by the rule's name. */
    Map<String, int[]> rows() {
        return rows;
    }

    private Rule rule(FoldedRow row) {
        Declaration<Seen> seen = PatternDSL.declarationOf(Seen.class, "seen", PatternDSL.entryPoint(entryPoint));
        PatternDef<Seen> pattern = PatternDSL.pattern(seen);
        for (CellConstraint constraint : row.constraints()) {
            pattern = constrain(pattern, share(constraint));
        }
        String name = entryPoint + "/" + rules.size();
        int[] indexes = row.rows();
        rows.put(name, indexes);
        return PatternDSL.rule(name).build(pattern, PatternDSL.on(seen).execute(one -> match(one, indexes)));
    }

    private SharedConstraint share(CellConstraint constraint) {
        return shared.computeIfAbsent(constraint, cell -> {
            SharedConstraint added = new SharedConstraint(constraints.size(), cell, new Probe(cell));
            constraints.add(added);
            return added;
        });
    }

    private static PatternDef<Seen> constrain(PatternDef<Seen> pattern, SharedConstraint constraint) {
        AlphaIndex<Seen, ?> index = Indexing.of(constraint.cell());
        return index == null
                ? pattern.expr(constraint.id(), constraint)
                : pattern.expr(constraint.id(), constraint, index);
    }

    private static void match(Seen seen, int[] rows) {
        for (int row : rows) {
            seen.match(row);
        }
    }
}
