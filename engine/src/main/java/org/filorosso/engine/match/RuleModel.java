package org.filorosso.engine.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.AlphaIndex;
import org.drools.model.Declaration;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/**
 * Writes folded rows as rules of Drools' canonical model: objects all the way, no rule text, so that nothing is ever
 * compiled and no cell can become code.
 */
final class RuleModel {

    private final ModelImpl model = new ModelImpl();
    private final Map<CellConstraint, String> ids = new HashMap<>();

    /**
     * Adds the rules of one layer, named by entry point and number.
     *
     * @param entryPoint where facts of this layer enter the network
     * @return the rows behind each rule, by its name
     */
    Map<String, int[]> add(String entryPoint, List<FoldedRow> rows) {
        Map<String, int[]> rules = new HashMap<>();
        for (FoldedRow row : rows) {
            String name = entryPoint + "/" + rules.size();
            model.addRule(rule(entryPoint, name, row));
            rules.put(name, row.rows());
        }
        return rules;
    }

    Model model() {
        return model;
    }

    private Rule rule(String entryPoint, String name, FoldedRow row) {
        Declaration<Seen> seen = PatternDSL.declarationOf(Seen.class, "seen", PatternDSL.entryPoint(entryPoint));
        PatternDef<Seen> pattern = PatternDSL.pattern(seen);
        for (CellConstraint constraint : row.constraints()) {
            pattern = constrain(pattern, constraint);
        }
        int[] rows = row.rows();
        return PatternDSL.rule(name).build(pattern, PatternDSL.on(seen).execute(one -> one.match(rows)));
    }

    private PatternDef<Seen> constrain(PatternDef<Seen> pattern, CellConstraint constraint) {
        String id = ids.computeIfAbsent(constraint, one -> "c" + ids.size());
        AlphaIndex<Seen, ?> index = Indexing.of(constraint);
        return index == null ? pattern.expr(id, constraint) : pattern.expr(id, constraint, index);
    }
}
