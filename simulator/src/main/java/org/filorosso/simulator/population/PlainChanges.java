package org.filorosso.simulator.population;

import java.util.LinkedHashMap;
import java.util.Map;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Keyed;

/** Reads what is added to numbers by an acceptance. */
final class PlainChanges {
    private PlainChanges() {}

    static Map<String, Behaviour.Growth> monthly(Playbook playbook, Keyed row) {
        Map<String, Behaviour.Growth> monthly = new LinkedHashMap<>();
        for (String name : row.names()) {
            number(playbook, row, name, name);
            String text = row.text(name, "");
            Double by = PlainShares.plain(text);
            if (by == null) {
                number(playbook, row, name, text);
            }
            monthly.put(name, new Behaviour.Growth(by == null ? 0 : by, by == null ? text : null));
        }
        return monthly;
    }

    private static void number(Playbook playbook, Keyed row, String key, String name) {
        Attribute attribute = Known.attribute(playbook, row, name, Attribute.Source.CUSTOMER);
        if (attribute != null && !attribute.type().equals(Type.NUMBER)) {
            row.error(key, "\"" + name + "\" is no number", "Maybe a number, or an attribute that is one.");
        }
    }

    static Map<String, Double> add(Playbook playbook, Keyed row) {
        Map<String, Double> add = new LinkedHashMap<>();
        for (String name : row.names()) {
            Attribute attribute = Known.attribute(playbook, row, name, Attribute.Source.CUSTOMER);
            if (attribute != null && !attribute.type().equals(Type.NUMBER)) {
                row.error(name, "is no number that could be added to", "Maybe under set.");
            }
            add.put(name, PlainShares.number(row, name, 0));
        }
        return add;
    }
}
