package org.filorosso.simulator.review.price;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/** A row that has a price, and for whom it might matter. */
record Rule(Row row, Doubt doubt) {

    /** The rows of engagement, contact policy, arbitration, coherence and journeys. */
    static List<Rule> of(Playbook playbook) {
        Playbook.Tables tables = playbook.tables();
        List<Rule> rules = new ArrayList<>();
        tables.engagement().forEach(one -> rules.add(new Rule(one.row(), Doubt.of(playbook, one))));
        tables.contactPolicy()
                .forEach(one -> rules.add(new Rule(
                        one.row(),
                        Doubt.dropping(
                                playbook,
                                one.row().index(),
                                StageCode.CONTACT_POLICY,
                                one.target().actions()))));
        tables.arbitration()
                .forEach(one -> rules.add(new Rule(
                        one.row(),
                        Doubt.weighing(playbook, one.row().index(), one.target().actions()))));
        tables.coherence().forEach(one -> rules.add(new Rule(one.row(), Doubt.of(playbook, one))));
        tables.journeys()
                .forEach(one ->
                        rules.add(new Rule(one.row(), Doubt.journey(one.row().index()))));
        return rules;
    }
}
